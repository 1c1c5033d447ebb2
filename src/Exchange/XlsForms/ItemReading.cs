using SosLongitudinal.Exchange.Notes;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Exchange.XlsForms;

/// <summary>One question of the survey sheet as an item.</summary>
internal sealed class ItemReading(FormSheet sheet, ChoiceSheet choices, Languages languages, References references, ImportNotes notes)
{
    private int number;

    /// <summary><c>null</c> where it cannot be taken, which is then noted.</summary>
    public Item? Read(SurveyItem asked)
    {
        if (asked.OtherOf is { } question) return Other(asked, question);
        var item = new Item { Name = asked.Name, Number = 0, Type = asked.Type.Item, Decimals = asked.Type.Decimals, Hidden = asked.Type.Kind == QuestionKind.Hidden };
        item = Texts(item, asked);
        if (asked.Type.Kind == QuestionKind.Range) item = Range(item, asked);
        if (!Choices(ref item, asked)) return null;
        item = Expressions(item, asked);
        var own = OwnCell.Apply(item, sheet, asked.Row, OwnCell.OfItem, notes);
        var next = TakesNumber(own) ? ++number : 0;
        return NumberRange.FromConstraint(OwnCell.Read(sheet, asked.Row).ContainsKey("number") ? own : own with { Number = next });
    }

    /// <summary>Items that a person answers are numbered in order.</summary>
    public static bool TakesNumber(Item item) => !item.Hidden && item.Type is not (ItemType.Note or ItemType.Computed);

    private Item Other(SurveyItem asked, SurveyItem question) => new()
    {
        Name = asked.Name,
        Number = ++number,
        Type = ItemType.Text,
        Label = "Other: please say what",
        Relevant = $"selected(${{{question.Name}}}, '{ChoiceSheet.OtherName}')",
    };

    private Item Texts(Item item, SurveyItem asked)
    {
        var place = sheet.Place(asked.Row, Column.Label);
        var (label, labels) = languages.Read(sheet, asked.Row, Column.Label);
        var (hint, hints) = languages.Read(sheet, asked.Row, Column.Hint);
        var (message, messages) = languages.Read(sheet, asked.Row, Column.ConstraintMessage);
        foreach (var (_, other, column) in sheet.Cells(asked.Row, Column.ConstraintMessage).Where(c => messages.ContainsValue(c.Text))) notes.NotTaken(sheet.PlaceOf(asked.Row, column), $"'{other}': messages are in one language here.");
        return item with
        {
            Label = references.Words(label, asked.Group, place),
            Labels = labels.SetItems(labels.Select(l => KeyValuePair.Create(l.Key, references.Words(l.Value, asked.Group, place)!))),
            Hint = references.Words(hint, asked.Group, place),
            Hints = hints.SetItems(hints.Select(l => KeyValuePair.Create(l.Key, references.Words(l.Value, asked.Group, place)!))),
            ConstraintMessage = references.Words(message, asked.Group, place),
            Appearance = Text(asked, Column.Appearance),
        };
    }

    private Item Range(Item item, SurveyItem asked)
    {
        var (min, max, step) = NumberRange.FromParameters(sheet.Cell(asked.Row, Column.Parameters));
        if (step != 1) notes.NotTaken(sheet.Place(asked.Row, Column.Parameters), $"The step of {step} between answers to {item.Name}; any number from {min} to {max} can be entered.");
        return item with { Min = min, Max = max, Decimals = new[] { min, max, step }.Any(n => n != decimal.Truncate(n)) };
    }

    private bool Choices(ref Item item, SurveyItem asked)
    {
        if (asked.Type.Kind == QuestionKind.Acknowledge)
        {
            item = item with { Choices = choices.UseAcknowledged() };
            notes.Changed(sheet.Place(asked.Row, Column.Type), $"{item.Name} becomes a question with the one choice OK.");
        }
        if (asked.Type.List is not { } list) return true;
        if (choices.Use(list, asked.Type.OrOther) is { } name)
        {
            item = item with { Choices = name };
            if (asked.Type.OrOther) notes.Changed(sheet.Place(asked.Row, Column.Type), $"The choice 'other' of {item.Name} is in the list '{name}', and a question {item.Name}_other asks for the words.");
            return true;
        }
        var near = string.Join(", ", choices.Names.Take(10));
        notes.Error(sheet.Place(asked.Row, Column.Type), near.Length == 0
            ? $"The list '{list}' is not in the choices sheet, which is missing or empty. Add the list."
            : $"The list '{list}' is not in the choices sheet. Add it, or use one of: {near}.");
        return false;
    }

    private Item Expressions(Item item, SurveyItem asked)
    {
        string? Of(Column column, string without) => references.Expression(sheet.Cell(asked.Row, column), asked.Group, sheet.Place(asked.Row, column), without);
        return item with
        {
            Required = Flag(asked, Column.Required, item.Name, "it need not be answered"),
            ReadOnly = Flag(asked, Column.ReadOnly, item.Name, "it can always be changed"),
            Relevant = Of(Column.Relevant, $"{item.Name} is always asked"),
            Constraint = Of(Column.Constraint, $"answers to {item.Name} are not checked by it"),
            Calculation = Of(Column.Calculation, $"{item.Name} is not calculated"),
            ChoiceFilter = Of(Column.ChoiceFilter, $"{item.Name} always offers all its choices"),
            Default = Of(Column.Default, $"{item.Name} starts empty"),
        };
    }

    private bool Flag(SurveyItem asked, Column column, string name, string otherwise)
    {
        var text = sheet.Cell(asked.Row, column);
        if (XlsWords.IsYes(text)) return true;
        if (!XlsWords.IsNo(text)) notes.NotTaken(sheet.Place(asked.Row, column), $"Whether {name} is {(column == Column.Required ? "required" : "read only")} depends on an expression, which is not held; {otherwise}.");
        return false;
    }

    private string? Text(SurveyItem asked, Column column) => sheet.Cell(asked.Row, column) is { Length: > 0 } text ? text : null;
}
