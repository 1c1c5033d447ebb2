using System.Collections.Immutable;
using ExcelDataReader;
using SosLongitudinal.Exchange.Notes;

namespace SosLongitudinal.Exchange.Sheets;

/// <summary>A cell that was made one with those below it says the same for each of its rows, as a person sees it; a file holds it for the first alone.</summary>
internal static class MergedCells
{
    /// <summary>So many are looked at, and so many rows under them: nobody merges more by hand.</summary>
    private const int Most = 2_000;
    private const int MostRows = 200_000;

    public static (ImmutableArray<SheetRow> Rows, IEnumerable<ImportNote> Notes) Filled(string sheet, ImmutableArray<SheetRow> rows, CellRange[]? merged)
    {
        var (filled, notes, seen) = (rows.ToBuilder(), new List<ImportNote>(), 0);
        // the first row is that of the headings, which may be two rows high
        foreach (var range in (merged ?? []).Where(m => m.FromColumn == m.ToColumn && m.ToRow > m.FromRow && rows.Length > 0 && m.FromRow + 1 > rows[0].Number).Take(Most))
        {
            var at = rows.BinarySearch(new SheetRow(range.FromRow + 1, []), ByNumber);
            if (at < 0 || filled[at][range.FromColumn] is not { Length: > 0 } text) continue;
            var taken = 0;
            for (at++; at < filled.Count && filled[at].Number <= range.ToRow + 1 && seen < MostRows; at++, seen++)
            {
                if (filled[at][range.FromColumn].Length > 0) continue;
                var cells = filled[at].Cells;
                while (cells.Length <= range.FromColumn) cells = cells.Add("");
                filled[at] = filled[at] with { Cells = cells.SetItem(range.FromColumn, text) };
                taken++;
            }
            if (taken > 0) notes.Add(new(NoteKind.Changed, new(sheet, range.FromRow + 1, range.FromColumn + 1), $"The cell is one with those below it: '{(text.Length > 60 ? $"{text[..60]}..." : text)}' is taken for each of its rows, down to row {range.ToRow + 1}."));
        }
        return (notes.Count == 0 ? rows : filled.ToImmutable(), notes);
    }

    private static readonly Comparer<SheetRow> ByNumber = Comparer<SheetRow>.Create((one, other) => one.Number.CompareTo(other.Number));
}
