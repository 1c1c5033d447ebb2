using System.Collections.Immutable;
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
        var (hint, hints) = Guided(languages.Read(sheet, asked.Row, Column.Hint), languages.Read(sheet, asked.Row, Column.GuidanceHint));
        var (message, messages) = languages.Read(sheet, asked.Row, Column.ConstraintMessage);
        var (required, requireds) = languages.Read(sheet, asked.Row, Column.RequiredMessage);
        string? Words(string? text) => references.Words(text, asked.Group, place);
        ImmutableDictionary<string, string> All(ImmutableDictionary<string, string> texts) => texts.SetItems(texts.Select(t => KeyValuePair.Create(t.Key, Words(t.Value)!)));
        return item with
        {
            Label = Words(label),
            Labels = All(labels),
            Hint = Words(hint),
            Hints = All(hints),
            ConstraintMessage = Words(message),
            ConstraintMessages = All(messages),
            RequiredMessage = Words(required),
            RequiredMessages = All(requireds),
            Appearance = Appearance(asked),
        };
    }

    /// <summary>What a hint adds for whoever asks stands under it.</summary>
    private static (string? Own, ImmutableDictionary<string, string> Others) Guided((string? Own, ImmutableDictionary<string, string> Others) hint, (string? Own, ImmutableDictionary<string, string> Others) guidance)
    {
        var others = hint.Others;
        foreach (var (language, text) in guidance.Others) others = others.SetItem(language, Under(others.GetValueOrDefault(language), text));
        return (guidance.Own is { } own ? Under(hint.Own, own) : hint.Own, others);
    }

    private static string Under(string? hint, string guidance) => hint is null ? guidance : $"{hint}\n{guidance}";

    private string? Appearance(SurveyItem asked)
    {
        var text = Text(asked, Column.Appearance);
        if (text?.Contains("search(", StringComparison.Ordinal) == true) notes.NotTaken(sheet.Place(asked.Row, Column.Appearance), $"{asked.Name} takes its choices from another file by search(); those in the choices sheet are offered here. Put all of them there.");
        return text;
    }

    private Item Range(Item item, SurveyItem asked)
    {
        var (min, max, step) = NumberRange.FromParameters(sheet.Cell(asked.Row, Column.Parameters));
        if (step > 0 && step != 1) item = item with { Constraint = NumberRange.InSteps(min, step) };
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
        if ((asked.Type.IsExternal ? choices.UseExternal(list) : choices.Use(list, asked.Type.OrOther)) is { } name)
        {
            item = item with { Choices = name };
            if (asked.Type.OrOther) notes.Changed(sheet.Place(asked.Row, Column.Type), $"The choice 'other' of {item.Name} is in the list '{name}', and a question {item.Name}_other asks for the words.");
            return true;
        }
        if (asked.Type.IsExternal)
        {
            notes.Error(sheet.Place(asked.Row, Column.Type), $"The list '{list}' is not in a sheet external_choices. Add it there, or write select_one and put it in the choices sheet.");
            return false;
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
            Required = XlsWords.IsYes(sheet.Cell(asked.Row, Column.Required)),
            RequiredWhen = When(asked, Column.Required, $"{item.Name} need not be answered"),
            ReadOnly = XlsWords.IsYes(sheet.Cell(asked.Row, Column.ReadOnly)),
            ReadOnlyWhen = When(asked, Column.ReadOnly, $"{item.Name} can always be changed"),
            Relevant = Of(Column.Relevant, $"{item.Name} is always asked"),
            Constraint = Both(item.Constraint, Of(Column.Constraint, $"answers to {item.Name} are not checked by it")),
            Calculation = Of(Column.Calculation, $"{item.Name} is not calculated"),
            ChoiceFilter = Of(Column.ChoiceFilter, $"{item.Name} always offers all its choices"),
            Default = Of(Column.Default, $"{item.Name} starts empty"),
        };
    }

    /// <summary>Neither yes nor no is an expression.</summary>
    private string? When(SurveyItem asked, Column column, string without)
    {
        var text = sheet.Cell(asked.Row, column);
        return XlsWords.IsYes(text) || XlsWords.IsNo(text) ? null : references.Expression(text, asked.Group, sheet.Place(asked.Row, column), without);
    }

    private static string? Both(string? one, string? other) => one is null || other is null ? one ?? other : $"{one} and ({other})";

    private string? Text(SurveyItem asked, Column column) => sheet.Cell(asked.Row, column) is { Length: > 0 } text ? text : null;
}
