using SosLongitudinal.Exchange.Notes;

namespace SosLongitudinal.Exchange.XlsForms;

/// <summary>Lists what stands in columns that are not read.</summary>
internal static class UntakenCells
{
    public static void Note(FormSheet sheet, ImportNotes notes)
    {
        for (var i = 0; i < sheet.Headings.Length; i++)
        {
            var heading = sheet.Headings[i];
            var filled = sheet.Rows.Where(r => r[i].Length > 0).ToList();
            if (filled.Count == 0) continue;
            if (heading.Text.Length == 0) notes.NotTaken(sheet.PlaceOf(i), "The column has no heading.");
            else if (heading.Column == Column.Unknown && !sheet.Has(Column.ListName)) notes.NotTaken(sheet.PlaceOf(i), $"The column '{heading.Text}' is none that XLSForm has.");
            else if (heading.Column == Column.NotTaken)
            {
                foreach (var row in filled) notes.NotTaken(sheet.PlaceOf(row, i), $"'{(row[i].Length > 60 ? $"{row[i][..60]}..." : row[i])}': {heading.Text} is not held here.");
            }
        }
    }
}
