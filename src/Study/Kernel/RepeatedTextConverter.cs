using System.Text.Json;
using System.Text.Json.Serialization;

namespace SosLongitudinal.Study.Kernel;

/// <summary>Texts as they are; short ones that facts repeat (sources, codes, e-mail addresses) are read as one instance.</summary>
internal sealed class RepeatedTextConverter : JsonConverter<string>
{
    private static readonly Func<string, string> Same = text => text;

    public override string? Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => reader.TokenType == JsonTokenType.String ? ReadTexts<string>.Of(ref reader, Same) : reader.GetString();

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => reader.GetString()!;

    public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WritePropertyName(value);
}
