using System.Collections.Immutable;
using SosLongitudinal.Exchange.Sheets;

namespace SosLongitudinal.Exchange.XlsForms;

/// <summary>A form in one CSV file: a row with a sheet's name in its first cell begins that sheet, whose rows leave the first cell empty. A file that begins with the survey's headings is the survey alone.</summary>
internal static class CsvForm
{
    public static Grid Sheets(Grid grid)
    {
        if (grid.Sheets is not [{ Name: CsvReading.SheetName } csv]) return grid;
        if (csv.Rows.IsEmpty || !IsName(csv.Rows[0])) return new([csv with { Name = "survey" }]);
        var sheets = new List<(string Name, List<SheetRow> Rows)>();
        foreach (var row in csv.Rows)
        {
            if (IsName(row)) sheets.Add((row[0], []));
            if (row.Cells.Length > 1) sheets[^1].Rows.Add(row with { Cells = row.Cells.SetItem(0, "") });
        }
        return new([.. sheets.Select(s => new Sheet(s.Name, [.. s.Rows]))]);
    }

    private static bool IsName(SheetRow row) => row[0].ToLowerInvariant() is "survey" or "choices" or "settings" or "external_choices" or "sos" or "entities" or "osm" or "cascades" or "columns" or "types";
}
