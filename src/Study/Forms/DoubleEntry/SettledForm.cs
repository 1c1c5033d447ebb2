using System.Collections.Immutable;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Forms.DoubleEntry;

/// <summary>How one item was settled, as it is stored; a third value stands apart in the fact.</summary>
public sealed record ItemSettlement(string Item, SettledBy By, string? Why = null);

/// <summary>What a form says once every difference is settled.</summary>
public sealed record SettledForm(DateOnly CompletedOn, FormMode Mode, string Language, ImmutableArray<FormFlag> Flags, Answers Answers, Answers? Aside = null)
{
    /// <summary>
    /// The form with the settled values in place, held against its definition; <c>null</c> where a difference that follows from another still has to be chosen.
    /// </summary>
    internal static Decision<SettledForm?> Of(
        InstrumentDefinition definition, Form form, SecondEntry twice, ImmutableArray<KeyedDifference> differences, IReadOnlyDictionary<string, Answer> values)
    {
        var open = differences.Where(d => !values.ContainsKey(d.Item)).Select(d => d.Item).ToHashSet();
        var answers = definition.Items.Where(i => KeyedDifferences.IsKeyed(i) && !open.Contains(i.Name))
            .Select(i => (i.Name, Answer: values.GetValueOrDefault(i.Name) ?? form.Answers[i.Name]))
            .Where(a => !KeyedDifferences.IsNotApplicable(a.Answer)).ToDictionary(a => a.Name, a => a.Answer);
        var completedOn = values.GetValueOrDefault(KeyedDifferences.CompletedOn) is Answer.Date date ? date.Value : form.CompletedOn;
        var mode = values.GetValueOrDefault(KeyedDifferences.Mode) is Answer.Text word ? KeyedDifferences.ModeOf(word.Value) ?? form.Mode : form.Mode;
        var language = values.GetValueOrDefault(KeyedDifferences.Language) is Answer.Text tag ? tag.Value : form.Language;
        return AnswerRules.Check(definition, answers, FormMoment.On(completedOn)).Match<Decision<SettledForm?>>(
            kept => open.Any(name => !KeyedDifferences.IsNotApplicable(kept.Answers[name])) ? (SettledForm?)null : new SettledForm(completedOn, mode, language, [], kept.Answers, kept.Aside),
            why => open.Count > 0 && why.Faults.All(f => open.Contains(f.Field)) ? (SettledForm?)null : why);
    }
}
