using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SosLongitudinal.Study.Instruments.Drafting.Joining;

/// <summary>
/// A definition taken apart into what two people can change side by side: an item's rules, its number and its words in further languages; a section's heading; a choice list;
/// a scale; a band scheme; each other property of the form. The order of items and sections is a list of its own.
/// </summary>
internal sealed class DraftParts
{
    private static readonly ImmutableArray<string> Words = ["labels", "hints", "constraintMessages", "requiredMessages"];

    private DraftParts() { }

    /// <summary>Each part as JSON text, by key.</summary>
    public Dictionary<string, string> Parts { get; } = new(StringComparer.Ordinal);

    /// <summary>Keys of sections, each followed by those of its items.</summary>
    public List<string> Layout { get; } = [];

    public List<string> Scales { get; } = [];

    public List<string> Bands { get; } = [];

    public static DraftParts Of(InstrumentDefinition definition, SectionKeys keys)
    {
        var (parts, whole) = (new DraftParts(), JsonNode.Parse(InstrumentText.Write(definition))!.AsObject());
        foreach (var (name, value) in whole.Where(p => p.Key is not ("sections" or "scales" or "bands" or "choiceLists" or "version"))) parts.Parts[$"form:{name}"] = Text(value);
        foreach (var (name, value) in whole["choiceLists"] as JsonObject ?? []) parts.Parts[$"list:{name}"] = Text(value);
        parts.Take(parts.Scales, "scale", whole["scales"]);
        parts.Take(parts.Bands, "bands", whole["bands"]);
        var sections = whole["sections"] as JsonArray ?? [];
        for (var at = 0; at < sections.Count; at++)
        {
            var section = sections[at]!.DeepClone().AsObject();
            section.Remove("items", out var items);
            parts.Layout.Add($"section:{keys.Of(definition, at)}");
            parts.Parts[parts.Layout[^1]] = Text(section);
            foreach (var item in items as JsonArray ?? []) parts.Item(item!.DeepClone().AsObject());
        }
        return parts;
    }

    /// <summary>Whole again; a part that is not there is left out.</summary>
    public static InstrumentDefinition Whole(Dictionary<string, string> parts, IEnumerable<string> layout, IEnumerable<string> scales, IEnumerable<string> bands, int version)
    {
        var whole = new JsonObject { ["version"] = version };
        foreach (var (key, text) in parts.Where(p => p.Key.StartsWith("form:", StringComparison.Ordinal))) whole[key["form:".Length..]] = JsonNode.Parse(text);
        whole["choiceLists"] = new JsonObject(parts.Where(p => p.Key.StartsWith("list:", StringComparison.Ordinal)).Select(p => KeyValuePair.Create(p.Key["list:".Length..], JsonNode.Parse(p.Value))));
        whole["scales"] = new JsonArray([.. scales.Select(s => JsonNode.Parse(parts[s]))]);
        whole["bands"] = new JsonArray([.. bands.Select(b => JsonNode.Parse(parts[b]))]);
        var sections = new JsonArray();
        foreach (var key in layout)
        {
            if (key.StartsWith("section:", StringComparison.Ordinal)) sections.Add(Opened(JsonNode.Parse(parts[key])!.AsObject()));
            else
            {
                if (sections.Count == 0) sections.Add(Opened(new JsonObject { ["title"] = "" }));
                sections[^1]!["items"]!.AsArray().Add((JsonNode)ItemOf(parts, key["item:".Length..]));
            }
        }
        whole["sections"] = sections;
        return ItemPlaces.Tidied(InstrumentText.Read(whole));
    }

    private static JsonObject Opened(JsonObject section)
    {
        section["items"] = new JsonArray();
        return section;
    }

    private static JsonObject ItemOf(Dictionary<string, string> parts, string name)
    {
        var item = JsonNode.Parse(parts[$"item:{name}"])!.AsObject();
        item["number"] = JsonNode.Parse(parts.GetValueOrDefault($"number:{name}", "0"));
        foreach (var (property, value) in JsonNode.Parse(parts.GetValueOrDefault($"words:{name}", "{}"))!.AsObject().ToList()) item[property] = value!.DeepClone();
        return item;
    }

    private void Item(JsonObject item)
    {
        var name = item["name"]!.GetValue<string>();
        item.Remove("number", out var number);
        var words = new JsonObject();
        foreach (var property in Words)
            if (item.Remove(property, out var said) && said is JsonObject { Count: > 0 }) words[property] = said;
        Layout.Add($"item:{name}");
        Parts[$"item:{name}"] = Text(item);
        Parts[$"number:{name}"] = Text(number);
        Parts[$"words:{name}"] = Text(words);
    }

    private void Take(List<string> order, string kind, JsonNode? list)
    {
        foreach (var one in list as JsonArray ?? [])
        {
            order.Add($"{kind}:{one!["name"]!.GetValue<string>()}");
            Parts[order[^1]] = Text(one);
        }
    }

    /// <summary>Two nodes of one text say the same.</summary>
    internal static string Text(JsonNode? node) => node is null ? "null" : JsonSerializer.Serialize(Sorted(node));

    /// <summary>Properties in the order of their names, so that the same said in another order is the same.</summary>
    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject o => new JsonObject(o.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => KeyValuePair.Create(p.Key, Sorted(p.Value)))),
        JsonArray a => new JsonArray([.. a.Select(Sorted)]),
        _ => node?.DeepClone(),
    };
}
