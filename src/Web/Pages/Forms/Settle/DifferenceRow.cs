using System.Collections.Immutable;
using System.Globalization;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Forms.DoubleEntry;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Components;
using SosLongitudinal.Web.Shell.Words;
using Choice = SosLongitudinal.Web.Shell.Components.Choice;

namespace SosLongitudinal.Web.Pages.Forms.Settle;

/// <summary>One difference as the page shows it, with what was chosen and typed for it.</summary>
public sealed record DifferenceRow(InstrumentDefinition Definition, KeyedDifference Difference, SettledItem? Settled, string Taken, string Third, string Why)
{
    public const string TakePrefix = "take.";
    private const string ThirdPrefix = "third.";
    private const string WhyPrefix = "why.";

    public static ImmutableArray<DifferenceRow> Of(InstrumentDefinition definition, SecondEntry twice, IFormCollection typed) =>
        [.. KeyedDifferences.Of(definition, twice).Select(d => new DifferenceRow(
            definition, d, twice.SettledOf(d.Item), $"{typed[TakePrefix + d.Item]}", string.Join(' ', typed[ThirdPrefix + d.Item].Where(v => !string.IsNullOrWhiteSpace(v))), $"{typed[WhyPrefix + d.Item]}"))];

    public Item? Item => Definition.ItemOf(Difference.Item);

    public string TakeName => TakePrefix + Difference.Item;

    public string ThirdName => ThirdPrefix + Difference.Item;

    public string WhyName => WhyPrefix + Difference.Item;

    public string Id => Difference.Item.Replace('.', '-');

    public string Number => Item?.Number.ToString(CultureInfo.InvariantCulture) ?? "";

    public string Caption => DoubleEntryWords.Caption(Definition, Difference.Item);

    public string First => DoubleEntryWords.Value(Definition, Difference.Item, Difference.First);

    public string Second => DoubleEntryWords.Value(Definition, Difference.Item, Difference.Second);

    public string SettledValue => Settled is { } s ? DoubleEntryWords.Value(Definition, Difference.Item, s.Value) : "";

    public bool IsSettled => Settled is not null;

    public bool IsChosen => Enum.TryParse<SettledBy>(Taken, ignoreCase: true, out _);

    /// <summary>What a third value is chosen from; none where it is typed.</summary>
    public IEnumerable<Choice> Thirds => Difference.Item == KeyedDifferences.Mode
        ? Enum.GetValues<FormMode>().Select(m => new Choice(KeyedDifferences.WordOf(m), m.Words()))
        : Item is { Type: ItemType.Code } item
            ? [.. Definition.ChoicesOf(item).Select(c => new Choice($"{c.Code}", c.Label is { } label ? $"{c.Code} {label}" : $"{c.Code}")), .. Reasons]
            : [];

    public IEnumerable<Choice> Reasons => Item is null ? [] : MissingReasons.Keyed.Select(r => new Choice(r.Name(), r.Words()));

    public Settlement ToSettlement(DateOnly today)
    {
        var by = Enum.Parse<SettledBy>(Taken, ignoreCase: true);
        return by == SettledBy.Third ? new(Difference.Item, by, Read(today), Why) : new(Difference.Item, by);
    }

    /// <summary>What cannot be read is no value, which the rule then asks for.</summary>
    private Answer? Read(DateOnly today)
    {
        if (Third.Length == 0) return null;
        if (Item is { } item) return AnswerReading.Of(item, item.Type == ItemType.Date && DateText.Read(Third, today) is { } date ? date.ToString("O", CultureInfo.InvariantCulture) : Third);
        return Difference.Item == KeyedDifferences.CompletedOn ? DateText.Read(Third, today) is { } on ? Answer.Of(on) : null : Answer.Of(Third.Trim());
    }
}

internal static class SettlePageRefusals
{
    /// <summary>The rule names items; the page's rows stand under the names of their choices.</summary>
    public static Refusal AtRows(Refusal why) => why.Code is "form.already-settled" or "form.settle-overtaken"
        ? why with { Faults = [new("", why.Sentence), .. why.Faults.Select(f => f with { Field = "" })] } // their rows are no longer open
        : why with { Faults = [.. why.Faults.Select(f => f with { Field = DifferenceRow.TakePrefix + f.Field })] };

    public static Refusal Unchosen(IEnumerable<DifferenceRow> rows) => new("form.settle-unchosen", "Some differences are not settled.")
    {
        Faults = [.. rows.Select(r => new FieldFault(r.TakeName, $"Choose what holds for {(r.Number.Length > 0 ? $"item {r.Number} ({r.Difference.Item})" : r.Caption.ToLowerInvariant())}."))],
    };
}
