using SosLongitudinal.Exchange.Definitions;
using SosLongitudinal.Exchange.Notes;
using SosLongitudinal.Exchange.Sheets;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Exchange.XlsForms;

/// <summary>Questionnaires in XLSForm: sheets survey, choices and settings.</summary>
public static class XlsForm
{
    public static Decision<XlsFormReading> Read(byte[] file, ImportTerms terms) => Workbook.Read(file).Select(grid => Read(grid, terms));

    public static XlsFormReading Read(Grid grid, ImportTerms terms)
    {
        var notes = new ImportNotes();
        foreach (var note in grid.Notes) notes.Add(note);
        var definition = FormReading.Read(CsvForm.Sheets(grid), terms, notes);
        return new(notes.Refused ? null : definition, notes.All());
    }
}
