using System.Text.Json;
using System.Text.Json.Serialization;

namespace SosLongitudinal.Study.Instruments;

/// <summary>
/// Stores answers as <c>{"consid":2,"obeys":{"missing":"refused"},"comment":"text","started":"2016-03-01","tools":[1,3],"days":2.5}</c>,
/// in item order, read without a dictionary or a string per item. <c>null</c> reads as not stated.
/// </summary>
public sealed class AnswersJson : JsonConverter<Answers>
{
    private const int Usual = 128;

    public override Answers Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("Answers are an object of item names.");
        var node = ShapeNode.Root;
        Span<short> dense = stackalloc short[Usual];
        List<AnswerExtra>? extras = null;
        var count = 0;
        try
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                node = node.Next(ref reader);
                reader.Read();
                if (count == dense.Length) dense = Longer(dense);
                dense[count] = ReadOne(ref reader, count, ref extras);
                count++;
            }
        }
        catch (FormatException fault)
        {
            throw new JsonException(fault.Message, fault);
        }
        return new(node.Shape, dense[..count].ToArray(), extras?.ToArray());
    }

    public override void Write(Utf8JsonWriter writer, Answers answers, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        var dense = answers.Dense;
        for (var i = 0; i < dense.Length; i++)
        {
            var name = answers.Shape.Encoded[i];
            if (DenseCode.IsCode(dense[i])) writer.WriteNumber(name, dense[i]);
            else if (dense[i] == DenseCode.Extra) WriteExtra(writer, name, answers.At(i));
            else
            {
                writer.WriteStartObject(name);
                writer.WriteString("missing"u8, MissingReasons.Utf8[(int)DenseCode.ReasonOf(dense[i])]);
                writer.WriteEndObject();
            }
        }
        writer.WriteEndObject();
    }

    private static void WriteExtra(Utf8JsonWriter writer, JsonEncodedText name, Answer answer)
    {
        writer.WritePropertyName(name);
        WriteValue(writer, answer);
    }

    internal static void WriteValue(Utf8JsonWriter writer, Answer answer)
    {
        switch (answer)
        {
            case Answer.Code code: writer.WriteNumberValue(code.Value); break;
            case Answer.Number number: writer.WriteNumberValue(number.Value); break;
            case Answer.Text text: writer.WriteStringValue(text.Value); break;
            case Answer.Date date: writer.WriteStringValue(date.Value.ToString("O", System.Globalization.CultureInfo.InvariantCulture)); break;
            case Answer.Codes codes:
                writer.WriteStartArray();
                foreach (var code in codes.Values) writer.WriteNumberValue(code);
                writer.WriteEndArray();
                break;
            default: throw new System.Diagnostics.UnreachableException();
        }
    }

    internal static short ReadOne(ref Utf8JsonReader reader, int index, ref List<AnswerExtra>? extras)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Number when reader.TryGetInt16(out var code) && DenseCode.IsCode(code): return code;
            case JsonTokenType.Number when reader.TryGetDecimal(out var number): return Answers.Pack(index, Answer.Of(number), ref extras);
            case JsonTokenType.String: return Answers.Pack(index, Answer.Of(reader.GetString()!), ref extras);
            case JsonTokenType.StartArray: return Answers.Pack(index, Answer.Of(ReadCodes(ref reader)), ref extras);
            case JsonTokenType.StartObject: return ReadMissing(ref reader);
            case JsonTokenType.Null: return DenseCode.Of(MissingReason.NotStated);
            default: throw new JsonException("An answer is a number, a text, a list of codes or a missing reason.");
        }
    }

    private static List<int> ReadCodes(ref Utf8JsonReader reader)
    {
        var codes = new List<int>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.Number || !reader.TryGetInt32(out var code)) throw new JsonException("A list of codes holds something else.");
            codes.Add(code);
        }
        return codes;
    }

    private static short ReadMissing(ref Utf8JsonReader reader)
    {
        if (!reader.Read() || !reader.ValueTextEquals("missing"u8)) throw new JsonException("An answer that is an object names a missing reason.");
        reader.Read();
        for (var i = 0; i < MissingReasons.Utf8.Length; i++)
        {
            if (!reader.ValueTextEquals(MissingReasons.Utf8[i])) continue;
            reader.Read();
            if (reader.TokenType == JsonTokenType.EndObject) return DenseCode.Of((MissingReason)i);
        }
        throw new JsonException("This is not a missing reason.");
    }

    private static Span<short> Longer(ReadOnlySpan<short> full)
    {
        var longer = new short[full.Length * 4];
        full.CopyTo(longer);
        return longer;
    }
}
