using System.Text.Json;
using System.Text.Json.Nodes;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Instruments.LifeCycle;

/// <summary>A definition as somebody sends it: bounded, and every fault a refusal.</summary>
public static class DefinitionUpload
{
    public const int MostCharacters = 4 << 20;
    private const int MostItems = 20_000;

    public static Decision<InstrumentDefinition> Of(string text) => Revised(text).Select(r => r.Definition);

    /// <summary>The definition, and the draft's revision where the text names the one that it was got at (<see cref="RevisedText.Property"/>).</summary>
    public static Decision<RevisedText> Revised(string text)
    {
        if (text.Length > MostCharacters) return InstrumentRefusals.TooLong;
        try
        {
            if (JsonNode.Parse(text, documentOptions: new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true }) is not JsonObject whole) return InstrumentRefusals.NotText("it is not a JSON object.");
            Strip(whole);
            whole.Remove(RevisedText.Property, out var revision);
            return ItemsOf(whole) > MostItems ? InstrumentRefusals.TooLong : new RevisedText(InstrumentText.Read(whole), revision?.GetValue<int>());
        }
        catch (Exception fault) when (fault is JsonException or FormatException or InvalidOperationException or ArgumentException)
        {
            return InstrumentRefusals.NotText(fault.Message);
        }
    }

    /// <summary>Nothing is said by null: what is absent is absent.</summary>
    private static void Strip(JsonNode node)
    {
        if (node is JsonObject properties)
        {
            foreach (var (name, value) in properties.ToList())
                if (value is null) properties.Remove(name);
                else Strip(value);
        }
        else if (node is JsonArray elements)
            foreach (var element in elements) Strip(element ?? throw new JsonException("a list holds null."));
    }

    /// <summary>At least as many as it will have once repeats are laid out.</summary>
    private static long ItemsOf(JsonObject whole)
    {
        var sections = whole["sections"] as JsonArray ?? [];
        var most = sections.Select(s => s?["repeat"]?.GetValue<int>() ?? 1).DefaultIfEmpty(1).Max();
        return sections.Sum(s => ((s?["items"] as JsonArray)?.Count ?? 0) * (s?["repeat"] is not null || s?["parent"] is not null ? (long)Math.Max(1, most) : 1));
    }
}

/// <summary>A definition as it was sent, with the revision of the draft that it was made from.</summary>
public sealed record RevisedText(InstrumentDefinition Definition, int? Revision)
{
    public const string Property = "revision";

    /// <summary>The draft's text, the revision in front.</summary>
    public static JsonObject Of(InstrumentDefinition draft, int revision)
    {
        var whole = new JsonObject { [Property] = revision };
        foreach (var (name, value) in JsonNode.Parse(InstrumentText.Write(draft))!.AsObject()) whole[name] = value?.DeepClone();
        return whole;
    }
}
