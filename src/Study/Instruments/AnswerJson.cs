using System.Text.Json;
using System.Text.Json.Serialization;

namespace SosLongitudinal.Study.Instruments;

/// <summary>Stores one answer as <see cref="AnswersJson"/> stores it among others.</summary>
public sealed class AnswerJson : JsonConverter<Answer>
{
    private static readonly AnswerShape One = AnswerShape.Of(["answer"]);

    public override Answer Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
    {
        List<AnswerExtra>? extras = null;
        var dense = AnswersJson.ReadOne(ref reader, 0, ref extras);
        return new Answers(One, [dense], extras?.ToArray()).At(0);
    }

    public override void Write(Utf8JsonWriter writer, Answer answer, JsonSerializerOptions options)
    {
        if (answer is not Answer.Missing { Reason: var reason })
        {
            AnswersJson.WriteValue(writer, answer);
            return;
        }
        writer.WriteStartObject();
        writer.WriteString("missing"u8, MissingReasons.Utf8[(int)reason]);
        writer.WriteEndObject();
    }
}
