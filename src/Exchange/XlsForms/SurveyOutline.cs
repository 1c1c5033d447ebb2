using SosLongitudinal.Exchange.Notes;
using SosLongitudinal.Exchange.Sheets;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Exchange.XlsForms;

/// <summary>The survey sheet's questions and groups as they nest, before names and expressions are looked at.</summary>
internal sealed class SurveyOutline
{
    private readonly FormSheet sheet;
    private readonly ImportNotes notes;
    private readonly Stack<SurveyGroup> open = new();

    public SurveyOutline(FormSheet sheet, ImportNotes notes)
    {
        (this.sheet, this.notes) = (sheet, notes);
        foreach (var row in sheet.Rows) Take(row);
        foreach (var group in open.Reverse()) notes.Error(sheet.PlaceOf(group.Row), $"The {Word(group.Kind)} '{group.Original}' begins here and never ends. Add its end row.");
    }

    public List<SurveyItem> Items { get; } = [];

    public List<SurveyGroup> Groups { get; } = [];

    /// <summary>Names that stand in the file and are not taken, with what can be used in their place in expressions.</summary>
    public Dictionary<string, string?> Left { get; } = new(StringComparer.Ordinal);

    /// <summary>Calculations that cannot be taken leave their question with nothing; so do those that need such a one.</summary>
    public void LeaveCalculations()
    {
        while (Items.Find(i => i.Type.Item == ItemType.Computed && !Calculates(i)) is { } item)
        {
            Items.Remove(item);
            Left.TryAdd(item.Original, null);
            notes.NotTaken(sheet.Place(item.Row, Column.Calculation), sheet.Cell(item.Row, Column.Calculation).Length == 0
                ? $"'{item.Original}' is calculated, but the file does not say how."
                : $"'{item.Original}' is calculated from what is not taken.");
        }
    }

    private bool Calculates(SurveyItem item) => sheet.Cell(item.Row, Column.Calculation) is { Length: > 0 } text && !References.Needs(text, Left);

    private SurveyGroup? Inner => open.TryPeek(out var group) ? group : null;

    private void Take(SheetRow row)
    {
        var typed = sheet.Cell(row, Column.Type);
        var name = sheet.Cell(row, Column.Name);
        if (XlsWords.IsYes(sheet.Cell(row, Column.Disabled)))
        {
            notes.NotTaken(sheet.Place(row, Column.Disabled), $"{Called(name, typed)} is switched off in the file.");
            return;
        }
        if (typed.Length == 0)
        {
            if (name.Length > 0 || sheet.Cell(row, Column.Label).Length > 0) notes.Error(sheet.Place(row, Column.Type), $"{Called(name, "This row")} has no type. Enter one, such as text or integer.");
            return;
        }
        var type = QuestionType.Of(typed);
        switch (type.Kind)
        {
            case QuestionKind.BeginGroup or QuestionKind.BeginRepeat or QuestionKind.BeginLoop: Begin(row, name, type.Kind); break;
            case QuestionKind.EndGroup or QuestionKind.EndRepeat or QuestionKind.EndLoop: End(row, type.Kind); break;
            case QuestionKind.Unknown: notes.Error(sheet.Place(row, Column.Type), $"'{Short(typed)}' is not a type of question.{TypeHint.Of(typed)} Correct it, or remove the row."); break;
            case QuestionKind.NoList: notes.Error(sheet.Place(row, Column.Type), $"{Called(name, "This question")} does not say which list its choices are in. Enter the list's name after the type: {Short(typed)} list_name."); break;
            case QuestionKind.NotTaken: Leave(row, name, typed, type); break;
            default: Add(row, name, type); break;
        }
    }

    private void Begin(SheetRow row, string name, QuestionKind kind)
    {
        var original = name.Length > 0 ? name : $"{Word(kind)}_{Groups.Count + 1}";
        if (name.Length == 0) notes.Changed(sheet.Place(row, Column.Name), $"The {Word(kind)} has no name and is called {original} here.");
        var group = new SurveyGroup(original, Inner, row, kind);
        open.Push(group);
        Groups.Add(group);
        if (kind == QuestionKind.BeginLoop) notes.NotTaken(sheet.PlaceOf(row), $"'{Short(sheet.Cell(row, Column.Type))}' and all questions in it ('{original}'). Write them out as questions of their own, or use a repeat.");
        foreach (var column in NotOfGroups.Where(c => sheet.Cell(row, c).Length > 0)) notes.NotTaken(sheet.Place(row, column), $"'{Short(sheet.Cell(row, column))}': a group is not asked itself; enter it at its questions.");
    }

    private static readonly Column[] NotOfGroups = [Column.Hint, Column.GuidanceHint, Column.Required, Column.Constraint, Column.ConstraintMessage, Column.Calculation, Column.Default, Column.ReadOnly, Column.ChoiceFilter, Column.Parameters];

    private void End(SheetRow row, QuestionKind kind)
    {
        if (!open.TryPop(out var group)) notes.Error(sheet.Place(row, Column.Type), "This row ends a group or repeat, and none is open. Remove it, or add the row that begins the group.");
        else if (kind - group.Kind != QuestionKind.EndGroup - QuestionKind.BeginGroup) notes.Error(sheet.Place(row, Column.Type), $"This row ends a {Word(kind)}, but the {Word(group.Kind)} '{group.Original}' of row {group.Row.Number} is open. Make the two the same.");
    }

    private void Leave(SheetRow row, string name, string typed, QuestionType type)
    {
        notes.NotTaken(sheet.PlaceOf(row), $"{Called(name, typed)} {type.Why}.");
        if (name.Length > 0) Left.TryAdd(name, type.StandsFor);
    }

    private void Add(SheetRow row, string name, QuestionType type)
    {
        if (Inner is { Skipped: true })
        {
            if (name.Length > 0) Left.TryAdd(name, null);
            return;
        }
        if (name.Length == 0 && type.Item != ItemType.Note)
        {
            notes.Error(sheet.Place(row, Column.Name), "This question has no name. Enter one: letters, digits and underscores.");
            return;
        }
        if (type.Kind != QuestionKind.Range && sheet.Cell(row, Column.Parameters) is { Length: > 0 } parameters) notes.NotTaken(sheet.Place(row, Column.Parameters), $"'{Short(parameters)}': {Parameters(parameters)}");
        if (type.List is null && sheet.Cell(row, Column.ChoiceFilter).Length > 0) notes.NotTaken(sheet.Place(row, Column.ChoiceFilter), $"{Called(name, "This question")} has no choices to filter.");
        var item = new SurveyItem(name.Length > 0 ? name : $"note_row_{row.Number}", type, Inner, row);
        Items.Add(item);
        if (type.OrOther) Items.Add(new SurveyItem($"{name}_other", new(QuestionKind.Item), Inner, row) { OtherOf = item });
    }

    private static string Parameters(string text) => text.Contains("randomize", StringComparison.OrdinalIgnoreCase)
        ? "choices stand in one order here, that of the list, as on paper."
        : "it says how a device asks, which is not held here.";

    private static string Called(string name, string otherwise) => name.Length > 0 ? $"'{Short(name)}'" : Short(otherwise);

    private static string Short(string text) => text.Length > 60 ? $"{text[..60]}..." : text;

    private static string Word(QuestionKind kind) => kind switch
    {
        QuestionKind.BeginRepeat or QuestionKind.EndRepeat => "repeat",
        QuestionKind.BeginLoop or QuestionKind.EndLoop => "loop",
        _ => "group",
    };
}
