using System.Globalization;

namespace SosLongitudinal.Study.Instruments;

/// <summary>What an item takes, as a test and in words.</summary>
public static class AllowedAnswers
{
    public static bool Allows(InstrumentDefinition definition, Item item, Answer answer) => (item.Type, answer) switch
    {
        (ItemType.Code, Answer.Code code) => Offers(definition, item, code.Value),
        (ItemType.Codes, Answer.Codes codes) => codes.Values.All(code => Offers(definition, item, code)),
        (ItemType.Number, Answer.Code whole) => InRange(item, whole.Value),
        (ItemType.Number, Answer.Number number) => item.Decimals && InRange(item, number.Value),
        (ItemType.Text, Answer.Text or Answer.Date) => true,
        (ItemType.Date, Answer.Date) => true,
        (ItemType.Time or ItemType.DateTime, Answer.Text text) => TextForms.OfType(item.Type, text.Value) == text.Value,
        (ItemType.Ranking, Answer.Text text) => TextForms.Ranking(text.Value) == text.Value && TextForms.Ranked(text.Value).All(code => Offers(definition, item, code)),
        _ => false,
    };

    private static bool Offers(InstrumentDefinition definition, Item item, int code)
    {
        foreach (var choice in definition.ChoicesOf(item))
        {
            if (choice.Code == code) return !choice.Dropped;
        }
        return false;
    }

    /// <summary>Whether the code has a meaning here, offered or not.</summary>
    public static bool HasCode(InstrumentDefinition definition, Item item, int code)
    {
        foreach (var choice in definition.ChoicesOf(item))
        {
            if (choice.Code == code) return true;
        }
        return false;
    }

    /// <summary>To follow "must be": <c>one of 0, 1, 2</c>.</summary>
    public static string Words(InstrumentDefinition definition, Item item) => item.Type switch
    {
        ItemType.Code => $"one of {string.Join(", ", definition.OfferedBy(item).Select(c => c.Code))}",
        ItemType.Codes => $"a list of any of {string.Join(", ", definition.OfferedBy(item).Select(c => c.Code))}",
        ItemType.Number => $"a {(item.Decimals ? "number" : "whole number")}{Range(item)}",
        ItemType.Text => "text",
        ItemType.Date => "a date such as 2016-03-01",
        ItemType.Time => "a time such as 14:30",
        ItemType.DateTime => "a date and time such as 2016-03-01T14:30",
        ItemType.Ranking => $"a ranking, best first, of {string.Join(", ", definition.OfferedBy(item).Select(c => c.Code))}",
        ItemType.Note => "left empty",
        ItemType.Computed => "left to be worked out",
        _ => throw new ArgumentOutOfRangeException(nameof(item), item.Type, "This is not an item type."),
    };

    private static bool InRange(Item item, decimal value) => !(value < item.Min) && !(value > item.Max);

    private static string Range(Item item) => string.Create(CultureInfo.InvariantCulture, $"{(item.Min, item.Max) switch
    {
        ({ } min, { } max) => $" from {min} to {max}",
        ({ } min, null) => $" of {min} or more",
        (null, { } max) => $" of {max} or less",
        _ => "",
    }}");
}
