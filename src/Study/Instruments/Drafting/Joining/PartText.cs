using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SosLongitudinal.Study.Instruments.Drafting.Joining;

/// <summary>What a part of a draft says, as far as it differs from what another makes of it, in words for a person.</summary>
public static class PartText
{
    private static readonly ImmutableDictionary<string, string> Names = new Dictionary<string, string>
    {
        ["label"] = "Question", ["labels"] = "In further languages", ["hints"] = "Hint in further languages", ["min"] = "Least", ["max"] = "Greatest", ["choices"] = "Choices", ["relevant"] = "Asked where",
        ["calculation"] = "Worked out", ["choiceFilter"] = "Choices where", ["default"] = "Starts with", ["requiredWhen"] = "Must be answered where", ["constraint"] = "Taken where", ["required"] = "Must be answered",
        ["readOnly"] = "Not keyed", ["repeat"] = "Filled in at most", ["repeatCount"] = "Filled in", ["number"] = "Number", ["title"] = "Heading", ["sumOf"] = "Adds the scales", ["least"] = "Answered at least",
        ["prorateTo"] = "Scaled up to", ["reverseFrom"] = "Reversed from", ["printedMax"] = "Printed maximum", ["licence"] = "Who owns the wording",
    }.ToImmutableDictionary();

    private static readonly ImmutableArray<string> Unasked = ["name", "ownName", "maxLength", "type", "rounding", "method"];

    /// <summary>A part's name as a person says it: <c>the item noise</c>.</summary>
    public static string Called(string part)
    {
        var (kind, name) = (part[..part.IndexOf(':')], part[(part.IndexOf(':') + 1)..]);
        return kind switch
        {
            "item" => $"the item {name}",
            "number" => $"the number of {name}",
            "words" => $"what {name} is called in further languages",
            "list" => $"the choices {name}",
            "link" => $"the link of {LinkName(name)}",
            "case" => $"the test case {name}",
            "paper" => name switch { "receivedOn" => "the day of receipt", "completedOn" => "the day it was filled in on", _ => $"the {name}" },
            "scale" => $"the scale {name}",
            "bands" => $"the bands {name}",
            "section" => "a section's heading or condition",
            "place" => name.StartsWith("item:", StringComparison.Ordinal) ? $"where {name["item:".Length..]} stands" : "where a section stands",
            _ => $"the form's {(name == "title" ? "title" : Named(name).ToLowerInvariant())}",
        };
    }

    /// <summary><c>damp@1-2</c> and <c>damp@2-2@t1</c>, as <see cref="Linking.LinkRows"/> writes them.</summary>
    private static string LinkName(string key) =>
        key.Split('@') is [var item, var versions, .. var wave] ? $"{item} between versions {versions.Replace("-", " and ", StringComparison.Ordinal)}{(wave is [var at] ? $" at {at}" : "")}" : key;

    /// <summary>Empty where the part is not there.</summary>
    internal static ImmutableArray<(string Property, string Text)> Of(string? text, string? other, string part)
    {
        if (text is null) return [];
        if (part.StartsWith("place:", StringComparison.Ordinal)) return [("Behind", text[(text.IndexOf(':') + 1)..])];
        var (own, others) = (Properties(text, part), Properties(other, part));
        // beside one that is dropped, what every item says by default tells nothing
        if (other is null) foreach (var told in own.Where(p => p.Value is "" or "-" or "no" || Unasked.Contains(p.Key)).Select(p => p.Key).ToList()) own.Remove(told);
        return [.. own.Keys.Union(others.Keys).OrderBy(p => p != "label").ThenBy(p => p, StringComparer.Ordinal).Where(p => own.GetValueOrDefault(p) != others.GetValueOrDefault(p)).Select(p => (Named(p), own.GetValueOrDefault(p) ?? "-"))];
    }

    private static Dictionary<string, string> Properties(string? text, string part)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var node = JsonNode.Parse(line);
            if (node is JsonObject said) foreach (var (name, value) in said) found[name] = Words(value);
            else found[node is JsonValue value && value.GetValueKind() == JsonValueKind.Number && !part.StartsWith("form:", StringComparison.Ordinal) ? "number" : part.StartsWith("list:", StringComparison.Ordinal) ? "choices" : part[(part.IndexOf(':') + 1)..]] = Words(node);
        }
        return found;
    }

    private static string Words(JsonNode? node) => node switch
    {
        JsonObject said when said.ContainsKey("code") => $"{said["code"]} {said["label"]}{(said["dropped"]?.GetValue<bool>() == true ? " (dropped)" : "")}".Trim(),
        JsonObject said => string.Join("; ", said.Select(p => $"{p.Key}: {Words(p.Value)}")),
        JsonArray all => string.Join(", ", all.Select(Words)),
        null => "-",
        _ => node.GetValueKind() switch { JsonValueKind.True => "yes", JsonValueKind.False => "no", _ => node.ToString() },
    };

    private static string Named(string property) => Names.TryGetValue(property, out var name) ? name
        : string.Concat(property.Select((c, at) => at == 0 ? $"{char.ToUpperInvariant(c)}" : char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : $"{c}"));
}
