using System.Collections.Immutable;
using System.Diagnostics;

namespace SosLongitudinal.Analysis.Disclosure;

/// <summary>
/// Takes small counts out of a table with its totals, and as many others as it needs so that none can be worked out from what is left. A table is a flow: from a source to
/// each row, from rows to columns, from each column to a sink, and back. What is shown is fixed. A count that is not shown can be told exactly where no way leads around through
/// others that are not shown; there the cheapest such way is taken out too: the fewest and smallest counts, totals last.
/// </summary>
public static class Suppression
{
    public static ShownTable Of(CrossTable table, DisclosureProfile profile)
    {
        var (rows, columns) = (table.Rows.Length, table.Columns.Length);
        var counts = Counts(table);
        var hidden = new bool[rows + 1, columns + 1];
        var small = 0;
        for (var r = 0; r <= rows; r++)
            for (var c = 0; c <= columns; c++)
                if (profile.Hides(counts[r, c])) (hidden[r, c], small) = (true, small + 1);
        var added = 0;
        var flow = new HiddenFlow(counts, hidden, profile.ShowsZero);
        while (flow.Told() is { } told)
        {
            var way = flow.CheapestWayAround(told);
            if (way.Count == 0) throw new UnreachableException("A count that is not shown has no way around it.");
            foreach (var (row, column) in way) (hidden[row, column], added) = (true, added + 1);
        }
        return new(profile, table.Rows, table.Columns,
            [.. Enumerable.Range(0, rows + 1).Select(r => Enumerable.Range(0, columns + 1).Select(c => hidden[r, c] ? null : (int?)(r == rows || c == columns ? profile.Rounded(counts[r, c]) : counts[r, c])).ToImmutableArray())])
        { Small = small, Complementary = added };
    }

    private static int[,] Counts(CrossTable table)
    {
        var (rows, columns) = (table.Rows.Length, table.Columns.Length);
        var counts = new int[rows + 1, columns + 1];
        for (var r = 0; r <= rows; r++)
            for (var c = 0; c <= columns; c++)
                counts[r, c] = (r == rows, c == columns) switch { (false, false) => table.Cells[r][c], (false, true) => table.RowTotal(r), (true, false) => table.ColumnTotal(c), _ => table.Total };
        return counts;
    }
}
