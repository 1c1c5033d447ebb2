using SosLongitudinal.Exchange.Notes;

namespace SosLongitudinal.Exchange.XlsForms;

/// <summary>Lists what stands in columns that are not read.</summary>
internal static class UntakenCells
{
    public static void Note(FormSheet sheet, ImportNotes notes)
    {
        foreach (var row in sheet.Titles.Where(r => r.Cells.Any(c => c.Length > 0))) notes.NotTaken(sheet.PlaceOf(row), $"'{Short(row.Cells.First(c => c.Length > 0))}' stands above the headings and is not read.");
        for (var i = 0; i < sheet.Headings.Length; i++)
        {
            var heading = sheet.Headings[i];
            if (heading.Column == Column.Passed) continue;
            var filled = sheet.Rows.Where(r => r[i].Length > 0).ToList();
            if (filled.Count == 0) continue;
            foreach (var row in heading.Column is Column.Unknown or Column.NotTaken ? [] : filled.Where(r => Errors.Contains(r[i])))
                notes.Changed(sheet.PlaceOf(row, i), $"'{row[i]}' is what a spreadsheet makes of a formula that it cannot work out, and is taken as it stands. Correct the cell.");
            if (Array.FindIndex([.. sheet.Headings], h => h.Column == heading.Column && h.Language == heading.Language) is var first && first < i && !Repeats(heading.Column))
            {
                foreach (var row in filled.Where(r => r[first].Length > 0 && r[first] != r[i])) notes.NotTaken(sheet.PlaceOf(row, i), $"'{Short(row[i])}': the column {sheet.Headings[first].Text} says this already, and is the one that is read.");
            }
            if (heading.Text.Length == 0) notes.NotTaken(sheet.PlaceOf(i), "The column has no heading.");
            else if (heading.Column == Column.Unknown && !sheet.Has(Column.ListName)) notes.NotTaken(sheet.PlaceOf(i), $"The column '{heading.Text}' is none that XLSForm has.");
            else if (heading.Column == Column.NotTaken)
            {
                foreach (var row in filled) notes.NotTaken(sheet.PlaceOf(row, i), $"'{Short(row[i])}': {heading.Text} is not held here.");
            }
        }
    }

    private static readonly string[] Errors = ["#REF!", "#NAME?", "#N/A", "#VALUE!", "#DIV/0!", "#NULL!", "#NUM!"];

    /// <summary>Columns that may stand more than once.</summary>
    private static bool Repeats(Column column) => column is Column.Unknown or Column.NotTaken or Column.Passed;

    private static string Short(string text) => text.Length > 60 ? $"{text[..60]}..." : text;
}
