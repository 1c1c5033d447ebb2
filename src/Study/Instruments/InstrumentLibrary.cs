using System.Text.Json.Nodes;

namespace SosLongitudinal.Study.Instruments;

/// <summary>Reads the definitions built into this assembly.</summary>
internal static class InstrumentLibrary
{
    private const string Folder = "Library/";

    public static IEnumerable<InstrumentDefinition> Load()
    {
        var texts = typeof(InstrumentLibrary).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Select(Read).ToDictionary(text => text["id"]!.GetValue<string>());
        return texts.Values.Select(text => InstrumentText.Read(Whole(text, texts)));
    }

    private static JsonObject Whole(JsonObject text, Dictionary<string, JsonObject> texts) =>
        text["extends"] is { } other ? InstrumentText.Extend(Whole(texts[other.GetValue<string>()], texts), text) : text;

    private static JsonObject Read(string resource)
    {
        using var stream = typeof(InstrumentLibrary).Assembly.GetManifestResourceStream(resource)!;
        return JsonNode.Parse(stream)!.AsObject();
    }
}
