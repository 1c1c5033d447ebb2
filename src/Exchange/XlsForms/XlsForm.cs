using System.Globalization;
using SosLongitudinal.Exchange.Definitions;
using SosLongitudinal.Exchange.Notes;
using SosLongitudinal.Exchange.Sheets;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Exchange.XlsForms;

/// <summary>Questionnaires in XLSForm: sheets survey, choices and settings.</summary>
public static class XlsForm
{
    public static Decision<XlsFormReading> Read(byte[] file, ImportTerms terms) => Workbook.Read(file, SheetLimits.FormRows).Select(grid => Read(grid, terms));

    public static XlsFormReading Read(Grid grid, ImportTerms terms)
    {
        var notes = new ImportNotes();
        foreach (var note in grid.Notes) notes.Add(note);
        var definition = FormReading.Read(CsvForm.Sheets(grid), terms, notes);
        return new(notes.Refused ? null : definition, notes.All());
    }

    /// <summary>The same definition as a workbook: the same bytes for the same definition. What XLSForm cannot say stands in a column and a sheet named <c>sos</c>, which others pass by.</summary>
    public static byte[] Write(InstrumentDefinition definition)
    {
        var texts = new TextColumns(definition);
        var sheets = new List<Sheet>
        {
            SheetOf("survey", SurveyWriting.Rows(definition, texts)),
            SheetOf("choices", ChoiceWriting.Rows(definition, texts)),
            SheetOf("settings", SettingsRows(definition, texts)),
            SheetOf(OwnSheet.Name, OwnSheet.Rows(definition)),
        };
        return WorkbookWriting.Write(new([.. sheets]));
    }

    private static IEnumerable<string[]> SettingsRows(InstrumentDefinition definition, TextColumns texts)
    {
        var language = texts.Names ? definition.Language : "";
        yield return ["form_title", "form_id", "version", "default_language"];
        yield return [definition.Title, definition.Id.Text, definition.Version.ToString(CultureInfo.InvariantCulture), language];
    }

    private static Sheet SheetOf(string name, IEnumerable<string[]> rows) => new(name, [.. rows.Select((cells, i) => new SheetRow(i + 1, [.. cells]))]);
}
