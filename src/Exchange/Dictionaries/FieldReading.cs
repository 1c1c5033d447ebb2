using System.Globalization;
using SosLongitudinal.Exchange.Notes;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Exchange.Dictionaries;

/// <summary>One field of a form as an item.</summary>
internal sealed class FieldReading(FieldChoices choices, FormLogicReading logic, ImportNotes notes)
{
    private readonly MatrixRanks ranks = new(notes);
    private int number;

    /// <summary><c>null</c> where it cannot be taken, which is then noted.</summary>
    public Item? Read(DictionaryField field)
    {
        if (Typed(field) is not { } item) return null;
        item = item with
        {
            Label = Text(field, DictionaryColumn.Label) ?? item.Label,
            Hint = Hint(field),
            Required = field.Is(DictionaryColumn.Required) && item.Type is not (ItemType.Note or ItemType.Computed),
            Identifies = item.Identifies || field.Is(DictionaryColumn.Identifier),
            Relevant = logic.Of(field, DictionaryColumn.Branching, field[DictionaryColumn.Branching], $"'{field.Original}' is always asked"),
        };
        item = Annotation.Apply(item, field, logic, notes);
        item = item with { Number = XlsForms.ItemReading.TakesNumber(item) ? ++number : 0 };
        if (field[DictionaryColumn.Alignment].Length > 0) notes.NotTaken(field.Place(DictionaryColumn.Alignment), $"How '{field.Original}' is aligned ({field[DictionaryColumn.Alignment]}).");
        if (field.Is(DictionaryColumn.MatrixRanking)) item = ranks.Apply(item, field);
        if (field[DictionaryColumn.QuestionNumber] is { Length: > 0 } asked && item.Number > 0)
        {
            if (int.TryParse(asked.TrimEnd('.'), NumberStyles.None, CultureInfo.InvariantCulture, out var printed) && printed is > 0 and < 10_000) item = item with { Number = printed };
            else notes.NotTaken(field.Place(DictionaryColumn.QuestionNumber), $"The question number '{asked}'; numbers are whole here.");
        }
        return item;
    }

    private Item? Typed(DictionaryField field)
    {
        var item = new Item { Name = field.Name, Number = 0 };
        if (field.Type is "text" or "notes" or "textarea" or "descriptive" && field[DictionaryColumn.Choices] is { Length: > 0 } unused) notes.NotTaken(field.Place(DictionaryColumn.Choices), $"'{(unused.Length > 60 ? $"{unused[..60]}..." : unused)}': {field.Original} is a {field.Type} field, which takes no choices here.");
        switch (field.Type)
        {
            case "text": return FieldValidation.Apply(item with { Type = ItemType.Text }, field, logic, notes);
            case "notes" or "textarea": return item with { Type = ItemType.Text, MaxLength = 10_000, Appearance = "multiline" };
            case "radio" or "yesno" or "truefalse": return Chosen(item with { Type = ItemType.Code }, field);
            case "dropdown" or "select": return Chosen(item with { Type = ItemType.Code, Appearance = "minimal" }, field);
            case "checkbox": return Chosen(item with { Type = ItemType.Codes }, field);
            case "slider": return FieldValidation.Limits(item with { Type = ItemType.Number, Min = 0, Max = 100 }, field, notes);
            case "descriptive": return item with { Type = ItemType.Note };
            case "calc": return logic.Of(field, DictionaryColumn.Choices, field[DictionaryColumn.Choices], $"'{field.Original}' is left out") is { } calculation ? item with { Type = ItemType.Computed, Calculation = calculation } : null;
            default: return null;
        }
    }

    private Item? Chosen(Item item, DictionaryField field) => choices.Of(field) is { } list ? item with { Choices = list } : null;

    private string? Hint(DictionaryField field)
    {
        var note = Text(field, DictionaryColumn.Note);
        if (field.Type != "slider" || field[DictionaryColumn.Choices].Length == 0) return note;
        var ends = $"From left to right: {string.Join(", ", field[DictionaryColumn.Choices].Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Markup.Plain))}";
        return note is null ? ends : $"{note}\n{ends}";
    }

    private string? Text(DictionaryField field, DictionaryColumn column)
    {
        var (text, plain) = (field[column], Markup.Plain(field[column]));
        if (plain != text) notes.Changed(field.Place(column), $"The text of '{field.Original}' is kept without its HTML.");
        if (logic.ShownIn(plain) is { } shown) notes.Changed(field.Place(column), $"REDCap shows the answer to [{shown}] in the text of '{field.Original}'; here it stands as it is written. Reword it in the draft.");
        return plain.Length == 0 ? null : plain;
    }
}
