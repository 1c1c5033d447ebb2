using System.Globalization;
using SosLongitudinal.Study.Instruments.Linking;

namespace SosLongitudinal.Study.Instruments.Comparing;

/// <summary>What became of one item that both versions have.</summary>
internal static class ItemChanges
{
    public static IEnumerable<ItemChange> Of(InstrumentDefinition before, Item was, InstrumentDefinition after, Item becomes, IEnumerable<ItemLink> links)
    {
        var name = becomes.Declared ?? becomes.Name;
        ItemChange Change(ChangeKind kind, string old, string now) => new(kind, name, old, now);
        if (was.Type != becomes.Type)
        {
            yield return Change(ChangeKind.TypeChanged, ItemTypeWords.Of(was.Type), ItemTypeWords.Of(becomes.Type));
            yield break;
        }
        if (was.Label != becomes.Label) yield return Change(ChangeKind.Relabelled, was.Label ?? was.Name, becomes.Label ?? becomes.Name);
        foreach (var (what, old, now) in new[] { ("hint", was.Hint, becomes.Hint), ("said where an answer is not taken", was.ConstraintMessage, becomes.ConstraintMessage), ("said where it was not answered", was.RequiredMessage, becomes.RequiredMessage) })
            if (old != now) yield return Change(ChangeKind.Relabelled, $"{what}: {old ?? "none"}", $"{what}: {now ?? "none"}");
        foreach (var (language, old, now) in Languages.Of((was.Labels, becomes.Labels), (was.Hints, becomes.Hints), (was.ConstraintMessages, becomes.ConstraintMessages), (was.RequiredMessages, becomes.RequiredMessages)))
            yield return Change(ChangeKind.Translated, $"{language}: {old}", $"{language}: {now}");
        if (was.Number != becomes.Number) yield return Change(ChangeKind.Renumbered, Text(was.Number), Text(becomes.Number));
        if (Condition(was) != Condition(becomes)) yield return Change(ChangeKind.RelevanceChanged, Condition(was), Condition(becomes));
        if (Rule(was) != Rule(becomes)) yield return Change(ChangeKind.RuleChanged, Rule(was), Rule(becomes));
        if (was.Calculation != becomes.Calculation) yield return Change(ChangeKind.Calculated, was.Calculation ?? "", becomes.Calculation ?? "");
        if (links.FirstOrDefault(l => l.Kind == LinkKind.Recoded && l.Wave is null) is not { } link)
            foreach (var choice in Choices(before, was, after, becomes)) yield return choice with { Item = name };
        else
            yield return new(ChangeKind.Recoded, name, string.Join(", ", link.Recode.Select(p => Text(p.Was))), string.Join(", ", link.Recode.Select(p => $"{p.Was} becomes {p.Becomes}"))) { Codes = [.. link.Recode.Where(p => p.Was != p.Becomes).Select(p => p.Was)] };
    }

    private static IEnumerable<ItemChange> Choices(InstrumentDefinition before, Item was, InstrumentDefinition after, Item becomes)
    {
        var (old, now) = (before.OfferedBy(was).ToList(), after.OfferedBy(becomes).ToList());
        foreach (var choice in now)
        {
            var earlier = before.ChoicesOf(was).FirstOrDefault(c => c.Code == choice.Code);
            if (earlier is null || (earlier.Dropped && earlier.Label == choice.Label)) yield return new(ChangeKind.ChoiceAdded, "", "", Words(choice));
            else if (earlier.Label != choice.Label) yield return new(ChangeKind.Recoded, "", Words(earlier), Words(choice)) { Codes = [choice.Code] };
        }
        foreach (var choice in old.Where(o => now.All(n => n.Code != o.Code))) yield return new(ChangeKind.ChoiceDropped, "", Words(choice), "") { Codes = [choice.Code] };
    }

    private static string Words(Choice choice) => $"{choice.Code} {choice.Label}".TrimEnd();

    private static string Condition(Item item) =>
        item.Relevant ?? (item.Relevance is { } gate ? $"{gate.Item} is {string.Join(" or ", gate.Values)}" : "always");

    private static string Rule(Item item)
    {
        var parts = new List<string>();
        if (item.Required) parts.Add("must be answered");
        if (item.RequiredWhen is { } required) parts.Add($"must be answered where {required}");
        if (item.ReadOnly) parts.Add("not keyed");
        if (item.ReadOnlyWhen is { } readOnly) parts.Add($"not keyed where {readOnly}");
        if (item.Min is { } min) parts.Add($"at least {Text(min)}");
        if (item.Max is { } max) parts.Add($"at most {Text(max)}");
        if (item.Decimals) parts.Add("decimals");
        if (item.Type == ItemType.Text && item.MaxLength != 2_000) parts.Add($"at most {item.MaxLength} characters");
        if (item.Constraint is { } constraint) parts.Add(constraint);
        if (item.Default is { } start) parts.Add($"starts with {start}");
        if (item.ChoiceFilter is { } filter) parts.Add($"choices where {filter}");
        return parts.Count == 0 ? "no rule" : string.Join(", ", parts);
    }

    private static string Text(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);
}
