using System.Collections.Immutable;

namespace SosLongitudinal.Study.Instruments;

/// <summary>Labels in a chosen language, which files name by tag (<c>fr</c>), by name (<c>French</c>) or by both (<c>French (fr)</c>). What has no label in it is shown in the definition's own.</summary>
public static class InstrumentLanguages
{
    /// <summary>Every language that some label is in; the definition's own first.</summary>
    public static ImmutableArray<string> Languages(this InstrumentDefinition definition) =>
    [
        definition.Language,
        .. definition.Items.SelectMany(i => i.Labels.Keys)
            .Concat(definition.ChoiceLists.Values.SelectMany(list => list).SelectMany(c => c.Labels.Keys))
            .Where(name => !Names(name, definition.Language))
            .Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase),
    ];

    public static string CaptionIn(this Item item, string language) => Of(item.Labels, language) ?? item.Caption();

    public static string? HintIn(this Item item, string language) => Of(item.Hints, language) ?? item.Hint;

    /// <summary>In the definition's own language where none is named.</summary>
    public static string? ConstraintMessageIn(this Item item, string? language) => (language is null ? null : Of(item.ConstraintMessages, language)) ?? item.ConstraintMessage;

    public static string? RequiredMessageIn(this Item item, string? language) => (language is null ? null : Of(item.RequiredMessages, language)) ?? item.RequiredMessage;

    public static string? LabelIn(this Choice choice, string language) => Of(choice.Labels, language) ?? choice.Label;

    public static string TitleIn(this Section section, string language) => Of(section.Labels, language) ?? section.Title;

    private static string? Of(ImmutableDictionary<string, string> labels, string language)
    {
        if (labels.IsEmpty) return null;
        foreach (var (name, label) in labels)
        {
            if (Names(name, language) && label.Length > 0) return label;
        }
        return null;
    }

    private static bool Names(string name, string language) =>
        name.Equals(language, StringComparison.OrdinalIgnoreCase) || name.EndsWith($"({language})", StringComparison.OrdinalIgnoreCase);
}
