using System.Collections.Immutable;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Forms.DoubleEntry;

/// <summary>What a person chooses for one difference. <see cref="Third"/> and its reason only where it is neither the first nor the second.</summary>
[Orleans.GenerateSerializer, Orleans.Immutable, Orleans.Alias("sos.settlement")]
public sealed record Settlement(
    [property: Orleans.Id(0)] string Item, [property: Orleans.Id(1)] SettledBy By, [property: Orleans.Id(2)] Answer? Third = null, [property: Orleans.Id(3)] string? Why = null);

/// <summary>Decisions about settling the differences of a form that was entered twice.</summary>
public static class SettleRules
{
    private const int LongestReason = 200;

    /// <summary>
    /// Settles some or all of the differences. With the last of them the form takes the settled answers; what the settled answers make not applicable settles
    /// itself.
    /// </summary>
    public static Decision<ImmutableArray<FamilyFact>> Settle(FamilyState family, StudyFrame frame, FormPlace place, ImmutableArray<Settlement> chosen, Stamp stamp)
    {
        if (!family.Exists) return FamilyRefusals.Unknown;
        if (family.FormAt(place) is not { } form) return SecondEntryRefusals.NoFirst;
        if (form.Trail?.Second is not { } twice) return SecondEntryRefusals.NoSecond;
        if (twice.Agreed) return SecondEntryRefusals.Agreed;
        if (frame.Design.Wave(place.Wave) is not { } wave) return StudyRefusals.UnknownWave(place.Wave);
        if (frame.Shelf.Find(place.Instrument, form.InstrumentVersion) is not { } definition) return FormRefusals.UnknownInstrument(place.Instrument);
        if (chosen.IsEmpty) return SecondEntryRefusals.NothingChosen;
        var differences = KeyedDifferences.Of(definition, twice);
        if (twice.SettledAt is not null) return chosen.All(c => Stands(twice, c)) ? Facts.None<FamilyFact>() : SecondEntryRefusals.AlreadySettled(twice, Otherwise(definition, twice, differences, chosen));
        if (FormLocks.Fault(family, frame, place, stamp.At) is { } closed) return closed;
        if (!FormUse.IsAllowed(frame, family, form, frame.Design.Today(stamp.At))) return FormRefusals.UseWithdrawn;

        if (Otherwise(definition, twice, differences, chosen).Where(f => twice.SettledOf(f.Field)!.By != stamp.By).ToList() is { Count: > 0 } theirs) return SecondEntryRefusals.Overtaken(theirs);
        var faults = Faults(family, frame, definition, differences, chosen, stamp);
        if (faults.Count > 0) return SecondEntryRefusals.NotSettleable(faults);
        var values = differences.Where(d => twice.SettledOf(d.Item) is not null).ToDictionary(d => d.Item, d => twice.SettledOf(d.Item)!.Value);
        foreach (var choice in chosen) values[choice.Item] = ValueOf(choice, differences.First(d => d.Item == choice.Item));

        var items = chosen.Select(c => new ItemSettlement(c.Item, c.By, c.By == SettledBy.Third ? c.Why!.Trim() : null)).ToImmutableArray();
        var thirds = chosen.Where(c => c.By == SettledBy.Third).ToList();
        var third = thirds.Count == 0 ? null : Answers.Of(thirds.Select(c => (c.Item, c.Third!)));
        if (differences.Any(d => !values.ContainsKey(d.Item) && !d.Follows)) return Facts.Of<FamilyFact>(new FamilyFact.FormSettled(place, items, third));

        return SettledForm.Of(definition, form, twice, differences, values).Match<Decision<ImmutableArray<FamilyFact>>>(
            settled => Facts.Of<FamilyFact>(new FamilyFact.FormSettled(place, items, third, settled is null ? null : settled with { Flags = Flags(family, frame, wave, definition, place, settled) })),
            why => why);
    }

    private static ImmutableArray<FormFlag> Flags(FamilyState family, StudyFrame frame, WaveDesign wave, InstrumentDefinition definition, FormPlace place, SettledForm settled) =>
        FormFlags.Of(family, frame, wave, definition, new(place, definition.Version, settled.CompletedOn, settled.Mode, settled.Language, settled.Answers));

    private static bool Stands(SecondEntry twice, Settlement choice) =>
        twice.SettledOf(choice.Item) is { } settled && settled.How == choice.By && (choice.By != SettledBy.Third || (choice.Third is { } third && KeyedDifferences.Same(settled.Value, third)));

    /// <summary>What was chosen otherwise than it is settled already.</summary>
    private static IEnumerable<FieldFault> Otherwise(InstrumentDefinition definition, SecondEntry twice, ImmutableArray<KeyedDifference> differences, ImmutableArray<Settlement> chosen) =>
        from choice in chosen
        let settled = twice.SettledOf(choice.Item)
        where settled is not null && !Stands(twice, choice) && (choice.By != SettledBy.Third || choice.Third is not null)
        let difference = differences.FirstOrDefault(d => d.Item == choice.Item)
        where difference is not null
        select SecondEntryRefusals.SettledAs(definition, settled, ValueOf(choice, difference));

    private static Answer ValueOf(Settlement choice, KeyedDifference difference) =>
        choice.By switch { SettledBy.First => difference.First, SettledBy.Second => difference.Second, _ => choice.Third! };

    private static List<FieldFault> Faults(
        FamilyState family, StudyFrame frame, InstrumentDefinition definition, ImmutableArray<KeyedDifference> differences, ImmutableArray<Settlement> chosen, Stamp stamp)
    {
        var faults = new List<FieldFault>();
        foreach (var group in chosen.GroupBy(c => c.Item))
        {
            var choice = group.First();
            if (differences.All(d => d.Item != group.Key)) faults.Add(SecondEntryRefusals.NotADifference(group.Key));
            else if (group.Count() > 1) faults.Add(SecondEntryRefusals.Twice(group.Key));
            else if (choice.By != SettledBy.Third) continue;
            else if (choice.Third is not { } third) faults.Add(SecondEntryRefusals.NoThird(choice.Item));
            else if (ThirdFault(family, frame, definition, choice.Item, third, stamp) is { } fault) faults.Add(fault);
            else if (choice.Why?.Trim() is not { Length: > 0 and <= LongestReason }) faults.Add(SecondEntryRefusals.NoReason(choice.Item));
        }
        return faults;
    }

    private static FieldFault? ThirdFault(FamilyState family, StudyFrame frame, InstrumentDefinition definition, string name, Answer third, Stamp stamp) => name switch
    {
        KeyedDifferences.CompletedOn => third is Answer.Date { Value: var on } && on >= family.SampledOn && on <= frame.Design.Today(stamp.At) ? null : SecondEntryRefusals.NotADate(name),
        KeyedDifferences.Mode => third is Answer.Text { Value: var word } && KeyedDifferences.ModeOf(word) is not null ? null : SecondEntryRefusals.NotAMode(name),
        KeyedDifferences.Language => third is Answer.Text { Value.Length: > 0 and <= 35 } ? null : SecondEntryRefusals.NotALanguage(name),
        _ => AnswerRules.Check(definition, new Dictionary<string, Answer> { [name] = third }).Match(_ => null, why => why.Faults.FirstOrDefault(f => f.Field == name)),
    };
}
