using System.Collections.Immutable;
using SosLongitudinal.Exchange.Notes;

namespace SosLongitudinal.Exchange.Sheets;

/// <summary>What a workbook or CSV file holds, as text: no formats, no formulas. Empty rows are left out.</summary>
public sealed record Grid(ImmutableArray<Sheet> Sheets)
{
    /// <summary>What had to be decided to read the file, such as its encoding.</summary>
    public ImmutableArray<ImportNote> Notes { get; init; } = [];

    /// <summary>By name, whatever its case; the first where several have it.</summary>
    public Sheet? Find(params ReadOnlySpan<string> names)
    {
        foreach (var sheet in Sheets)
        {
            foreach (var name in names)
            {
                if (string.Equals(sheet.Name.Trim(), name, StringComparison.OrdinalIgnoreCase)) return sheet;
            }
        }
        return null;
    }
}

public sealed record Sheet(string Name, ImmutableArray<SheetRow> Rows);

/// <param name="Number">As a spreadsheet shows it, from 1.</param>
/// <param name="Cells">Trimmed text by column, from 0; empty where there is nothing.</param>
public sealed record SheetRow(int Number, ImmutableArray<string> Cells)
{
    public string this[int column] => column >= 0 && column < Cells.Length ? Cells[column] : "";
}
