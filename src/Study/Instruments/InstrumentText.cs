using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Instruments;

/// <summary>A definition as JSON text. Unknown properties are faults, so that a slip of the pen is found.</summary>
public static class InstrumentText
{
    private static readonly JsonSerializerOptions Options = new(FactJson.Options)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        WriteIndented = true,
    };

    /// <summary>Throws <see cref="JsonException"/> where the text is no definition.</summary>
    public static InstrumentDefinition Read(JsonNode text)
    {
        try
        {
            return text.Deserialize<InstrumentDefinition>(Options) ?? throw new JsonException("There is no definition.");
        }
        catch (FormatException fault)
        {
            throw new JsonException(fault.Message, fault);
        }
    }

    public static InstrumentDefinition Read(string text) => Read(JsonNode.Parse(text, documentOptions: new() { CommentHandling = JsonCommentHandling.Skip })!);

    public static string Write(InstrumentDefinition definition) => JsonSerializer.Serialize(definition, Options);

    /// <summary>
    /// A text that says <c>"extends": "other-id"</c> is the other one with its own properties in their place, without the items in
    /// <c>"drops"</c>, and with the choice lists and sections in <c>"addsChoiceLists"</c> and <c>"addsSections"</c>.
    /// </summary>
    public static JsonObject Extend(JsonObject other, JsonObject text)
    {
        var whole = other.DeepClone().AsObject();
        var dropped = (text["drops"]?.AsArray() ?? []).Select(n => n!.GetValue<string>()).ToHashSet();
        foreach (var section in whole["sections"]!.AsArray())
        {
            section!["items"]!.AsArray().RemoveAll(item => dropped.Contains(item!["name"]!.GetValue<string>()));
        }
        foreach (var list in text["addsChoiceLists"]?.AsObject() ?? []) whole["choiceLists"]![list.Key] = list.Value!.DeepClone();
        foreach (var section in text["addsSections"]?.AsArray() ?? []) whole["sections"]!.AsArray().Add(section!.DeepClone());
        foreach (var (name, value) in text)
        {
            if (name is not ("extends" or "drops" or "addsChoiceLists" or "addsSections")) whole[name] = value?.DeepClone();
        }
        return whole;
    }
}
