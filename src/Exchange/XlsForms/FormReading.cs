using System.Collections.Immutable;
using SosLongitudinal.Exchange.Definitions;
using SosLongitudinal.Exchange.Notes;
using SosLongitudinal.Exchange.Sheets;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Logic;

namespace SosLongitudinal.Exchange.XlsForms;

/// <summary>The sheets of a form as a definition.</summary>
internal static class FormReading
{
    private static readonly string[] Known = ["survey", "choices", "settings", ExternalName, OwnSheet.Name];

    private const string ExternalName = "external_choices";

    public static InstrumentDefinition? Read(Grid grid, ImportTerms terms, ImportNotes notes)
    {
        if (SurveyOf(grid, notes) is not { } survey) return null;
        foreach (var other in grid.Sheets.Where(s => !s.Rows.IsEmpty && s.Name != survey.Name && !Known.Contains(s.Name.Trim(), StringComparer.OrdinalIgnoreCase))) notes.NotTaken(new(other.Name), "The sheet is not one that is read: survey, choices, settings.");
        var settings = new SettingsSheet(grid.Find("settings"), notes);
        if (IdOf(settings, terms, notes) is not { } id) return null;
        var sheet = new FormSheet(survey, Heading.OfSurvey);
        var listed = new FormSheet(grid.Find("choices") ?? new("choices", []), Heading.OfChoices);
        var languages = new Languages(settings.Language, sheet, listed);
        UntakenCells.Note(sheet, notes);
        UntakenCells.Note(listed, notes);
        var external = new FormSheet(grid.Find(ExternalName) ?? new(ExternalName, []), Heading.OfChoices);
        UntakenCells.Note(external, notes);
        var choices = new ChoiceSheet(listed, languages, terms.Earlier(id), notes) { External = new(external, languages, terms.Earlier(id), notes) };
        var rows = new Dictionary<string, SheetRow>(StringComparer.Ordinal);
        var sections = Sections(sheet, choices, languages, terms, rows, notes);
        if (sections is not { } taken || notes.Refused) return null;
        choices.UseAll();
        var read = new InstrumentDefinition
        {
            Id = id,
            Version = settings.Version(notes),
            Title = settings.Title ?? TitleOf(terms.FileName) ?? settings.Id ?? id.Text,
            Subject = terms.Subject,
            Respondents = terms.Respondents,
            Consent = terms.Consent,
            Track = terms.Track,
            Licence = "Not stated: the file does not say who owns the wording.",
            Language = languages.Own,
            ChoiceLists = choices.Lists,
            Sections = taken,
        };
        var whole = OwnSheet.Apply(read, grid.Find(OwnSheet.Name), notes);
        return ExpressionCheck.Usable(whole, (name, part) => rows.TryGetValue(name, out var row) ? sheet.Place(row, ColumnOf(part)) : new(sheet.Name), notes);
    }

    private static ImmutableArray<Section>? Sections(FormSheet sheet, ChoiceSheet choices, Languages languages, ImportTerms terms, Dictionary<string, SheetRow> rows, ImportNotes notes)
    {
        var outline = new SurveyOutline(sheet, notes);
        outline.LeaveCalculations();
        var groups = new SectionReading(sheet, languages, terms, notes);
        groups.CountRepeats(outline.Groups);
        var laid = outline.Items.Sum(i => (long)(i.Group?.Repeating()?.Repeat ?? 1));
        if (laid > DefinitionLimits.Items) notes.Error(new(sheet.Name), $"The form has {laid:N0} questions, repeats counted each time; at most {DefinitionLimits.Items:N0} are taken. Split it into several forms.");
        if (notes.Refused) return null;
        new SurveyNames(sheet, notes).Give(outline);
        foreach (var item in outline.Items) rows[item.Name] = item.Row;
        foreach (var group in outline.Groups.Where(g => !g.Skipped)) rows.TryAdd(group.Name, group.Row);
        var references = new References(outline, notes);
        groups.ReadCounts(outline.Groups, references);
        var reading = new ItemReading(sheet, choices, languages, references, notes);
        var items = outline.Items.Select(asked => (Item: reading.Read(asked), asked.Group)).Where(i => i.Item is not null).Select(i => (i.Item!, i.Group)).ToList();
        if (items.Count == 0 && !notes.Refused) notes.Error(new(sheet.Name), "The sheet has no question that can be taken.");
        return groups.Sections(items, references);
    }

    private static Column ColumnOf(LogicPart part) => part switch
    {
        LogicPart.Relevant => Column.Relevant,
        LogicPart.Constraint => Column.Constraint,
        LogicPart.Calculation => Column.Calculation,
        LogicPart.ChoiceFilter => Column.ChoiceFilter,
        LogicPart.Default => Column.Default,
        LogicPart.Required => Column.Required,
        LogicPart.ReadOnly => Column.ReadOnly,
        _ => Column.RepeatCount,
    };

    private static Sheet? SurveyOf(Grid grid, ImportNotes notes)
    {
        var survey = grid.Find("survey") ?? (grid.Sheets.Where(s => !s.Rows.IsEmpty).ToList() is [var only] ? only : null);
        if (survey is null)
        {
            notes.Error(CellPlace.WholeFile, $"There is no sheet named survey. The sheets are: {string.Join(", ", grid.Sheets.Take(10).Select(s => s.Name))}. Rename the one with the questions.");
            return null;
        }
        if (new FormSheet(survey, Heading.OfSurvey).Has(Column.Type)) return survey;
        notes.Error(new(survey.Name, survey.Rows.IsEmpty ? 1 : survey.Rows[0].Number), "No row at the top has the headings type and name. Enter type, name and label in the first row.");
        return null;
    }

    private static InstrumentId? IdOf(SettingsSheet settings, ImportTerms terms, ImportNotes notes)
    {
        if (terms.Id is { } given) return given;
        var text = settings.Id ?? settings.Title ?? TitleOf(terms.FileName);
        if ((InstrumentId.TryParse(text, null, out var written) ? written : CleanNames.OfInstrument(text)) is { } id)
        {
            if (settings.Id is not null && id.Text != settings.Id) notes.Changed(settings.PlaceOf("formid", "idstring", "id", "setformid"), $"The instrument's id is {id}.");
            return id;
        }
        notes.Error(settings.PlaceOf("formid"), "The file gives no id that can be used. Enter one in letters and digits under form_id in the settings sheet, or choose one when you import it.");
        return null;
    }

    private static string? TitleOf(string? fileName) => Path.GetFileNameWithoutExtension(fileName ?? "") is { Length: > 0 } stem ? stem.Replace('_', ' ') : null;
}
