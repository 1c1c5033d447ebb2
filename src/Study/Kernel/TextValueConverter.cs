using System.Text.Json;
using System.Text.Json.Serialization;

namespace SosLongitudinal.Study.Kernel;

/// <summary>Stores a value by its one text form, also as a dictionary key.</summary>
public sealed class TextValueConverter<T> : JsonConverter<T> where T : IParsable<T>
{
    private static readonly Func<string, T> Parse = Of;

    public override T Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? ReadTexts<T>.Of(ref reader, Parse) : Of(reader.GetString());

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());

    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => Of(reader.GetString());

    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WritePropertyName(value.ToString()!);

    private static T Of(string? text) => T.TryParse(text, null, out var value) ? value : throw new JsonException($"'{text}' is not a {typeof(T).Name}.");
}
