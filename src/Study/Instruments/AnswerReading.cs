using System.Globalization;
using System.Text.Json;

namespace SosLongitudinal.Study.Instruments;

/// <summary>Reads one answer as sent (JSON) or as keyed (text); <c>null</c> where it is none.</summary>
public static class AnswerReading
{
    public static Answer? Of(Item item, JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String when item.Type.IsTextForm() => InOneForm(item, element.GetString() is { Length: > 0 } text ? new Answer.Text(text) : Answer.Of(MissingReason.NotStated)),
        JsonValueKind.Array when item.Type == ItemType.Ranking => Ranking(element),
        JsonValueKind.Number when element.TryGetDecimal(out var number) => Answer.Of(number),
        JsonValueKind.String => element.GetString() is { Length: > 0 } text ? Answer.Of(text) : Answer.Of(MissingReason.NotStated),
        JsonValueKind.Null => Answer.Of(MissingReason.NotStated),
        JsonValueKind.Array => Codes(element),
        JsonValueKind.Object => Missing(element),
        _ => null,
    };

    /// <summary>A keyed text as the item's type reads it; empty is not stated, a missing reason's name is that reason except in a text item.</summary>
    public static Answer? Of(Item item, string? keyed)
    {
        var text = keyed?.Trim() ?? "";
        if (text.Length == 0) return Answer.Of(MissingReason.NotStated);
        if (item.Type != ItemType.Text && MissingReasons.TryParse(text, out var reason)) return Answer.Of(reason);
        return item.Type switch
        {
            ItemType.Code => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var code) ? Answer.Of(code) : null,
            ItemType.Number => decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? Answer.Of(number) : null,
            ItemType.Date => Answer.Of(text) is Answer.Date date ? date : null,
            ItemType.Codes => Codes(text),
            ItemType.Time or ItemType.DateTime or ItemType.Ranking => InOneForm(item, new Answer.Text(text)),
            _ => Answer.Of(text),
        };
    }

    /// <summary>An answer as its item holds it; <c>null</c> where it is not one of the item's.</summary>
    internal static Answer? InOneForm(Item item, Answer answer) => answer switch
    {
        Answer.Text text when item.Type.IsTextForm() => TextForms.OfType(item.Type, text.Value) is { } held ? new Answer.Text(held) : null,
        _ => answer,
    };

    private static Answer? Ranking(JsonElement array) =>
        array.EnumerateArray().All(e => e.ValueKind == JsonValueKind.Number && e.TryGetInt32(out _)) && TextForms.Ranking(string.Join(' ', array.EnumerateArray().Select(e => e.GetInt32()))) is { } ranking
            ? new Answer.Text(ranking)
            : null;

    private static Answer? Codes(string text)
    {
        var codes = new List<int>();
        foreach (var part in text.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries))
        {
            if (!int.TryParse(part, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var code)) return null;
            codes.Add(code);
        }
        return Answer.Of(codes);
    }

    private static Answer? Codes(JsonElement array)
    {
        var codes = new List<int>();
        foreach (var element in array.EnumerateArray())
        {
            if (element.ValueKind != JsonValueKind.Number || !element.TryGetInt32(out var code)) return null;
            codes.Add(code);
        }
        return Answer.Of(codes);
    }

    private static Answer? Missing(JsonElement element)
    {
        var parts = element.EnumerateObject().ToList();
        return parts is [{ Name: "missing", Value.ValueKind: JsonValueKind.String } only] && MissingReasons.TryParse(only.Value.GetString(), out var reason) ? Answer.Of(reason) : null;
    }
}
