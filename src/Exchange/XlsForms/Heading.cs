using System.Collections.Frozen;

namespace SosLongitudinal.Exchange.XlsForms;

/// <summary>A heading as XLSForm writes it in its many spellings: <c>label::English (en)</c>, <c>bind:relevant</c>, <c>Constraint Message</c>.</summary>
internal sealed record Heading(string Text, Column Column, string? Language)
{
    private static readonly FrozenDictionary<string, Column> Survey = Spelt(new Dictionary<string, Column>
    {
        ["type"] = Column.Type, ["command"] = Column.Type,
        ["name"] = Column.Name, ["tag"] = Column.Name, ["value"] = Column.Name,
        ["label"] = Column.Label, ["caption"] = Column.Label,
        ["hint"] = Column.Hint,
        ["required"] = Column.Required,
        ["relevant"] = Column.Relevant, ["relevance"] = Column.Relevant,
        ["constraint"] = Column.Constraint,
        ["constraint_message"] = Column.ConstraintMessage, ["constraining_message"] = Column.ConstraintMessage, ["constraintmsg"] = Column.ConstraintMessage,
        ["choice_filter"] = Column.ChoiceFilter,
        ["default"] = Column.Default,
        ["read_only"] = Column.ReadOnly, ["readonly"] = Column.ReadOnly,
        ["calculation"] = Column.Calculation, ["calculate"] = Column.Calculation,
        ["appearance"] = Column.Appearance,
        ["repeat_count"] = Column.RepeatCount, ["count"] = Column.RepeatCount,
        ["parameters"] = Column.Parameters,
        ["disabled"] = Column.Disabled,
        ["sos"] = Column.Own,
        ["required_message"] = Column.RequiredMessage, ["requiredmsg"] = Column.RequiredMessage, ["requiring_message"] = Column.RequiredMessage,
        ["guidance_hint"] = Column.GuidanceHint, ["$autoname"] = Column.Name, ["autoname"] = Column.Name, ["skippable"] = Column.NotTaken,
        ["$kuid"] = Column.Passed, ["kuid"] = Column.Passed,
        ["image"] = Column.NotTaken, ["big_image"] = Column.NotTaken, ["audio"] = Column.NotTaken, ["video"] = Column.NotTaken, ["media"] = Column.NotTaken, ["trigger"] = Column.NotTaken,
        ["autoplay"] = Column.NotTaken, ["body"] = Column.NotTaken, ["control"] = Column.NotTaken, ["bind"] = Column.NotTaken, ["instance"] = Column.NotTaken,
        ["save_to"] = Column.NotTaken, ["intent"] = Column.NotTaken, ["query"] = Column.NotTaken, ["rows"] = Column.NotTaken, ["noapperrorstring"] = Column.NotTaken, ["no_app_error_string"] = Column.NotTaken,
    });

    private static readonly FrozenDictionary<string, Column> Choices = Spelt(new Dictionary<string, Column>
    {
        ["list_name"] = Column.ListName, ["list"] = Column.ListName, ["list_names"] = Column.ListName,
        ["name"] = Column.Name, ["value"] = Column.Name,
        ["label"] = Column.Label, ["caption"] = Column.Label,
        ["sos"] = Column.Own,
        ["image"] = Column.NotTaken, ["big_image"] = Column.NotTaken, ["audio"] = Column.NotTaken, ["video"] = Column.NotTaken, ["media"] = Column.NotTaken, ["geometry"] = Column.NotTaken,
    });

    /// <summary>Each name with its underscores and without: <c>listname</c>.</summary>
    private static FrozenDictionary<string, Column> Spelt(Dictionary<string, Column> known)
    {
        foreach (var (name, column) in known.ToList()) known.TryAdd(name.Replace("_", "", StringComparison.Ordinal), column);
        return known.ToFrozenDictionary();
    }

    public static Heading OfSurvey(string text) => Of(text, Survey);

    public static Heading OfChoices(string text) => Of(text, Choices);

    private static Heading Of(string text, FrozenDictionary<string, Column> known)
    {
        text = PlainText.Of(text);
        var whole = Norm(text);
        if (known.TryGetValue(whole, out var column)) return new(text, column, null);
        var parts = (text.Contains("::", StringComparison.Ordinal) ? text.Split("::") : text.Split(':')).Select(p => p.Trim()).ToList();
        // bind:relevant, control:appearance, body::jr:count
        if (parts.Count > 1 && Norm(parts[0]) is "bind" or "control" or "body")
        {
            parts.RemoveAt(0);
            if (Norm(parts[0]).StartsWith("jr:", StringComparison.Ordinal)) parts[0] = parts[0][3..];
            if (Norm(parts[0]) == "jr" && parts.Count > 1) parts.RemoveAt(0);
        }
        if (Norm(parts[0]) == "jr" && parts.Count > 1) parts.RemoveAt(0);
        var language = parts.Count > 1 ? string.Join(":", parts.Skip(1)) : null;
        return known.TryGetValue(Norm(parts[0]), out var named) ? new(text, named, string.IsNullOrEmpty(language) ? null : language) : new(text, Column.Unknown, null);
    }

    private static string Norm(string text) => string.Join('_', text.ToLowerInvariant().Split([' ', '_', '-', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
