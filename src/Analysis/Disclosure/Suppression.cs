using System.Collections.Immutable;

namespace SosLongitudinal.Analysis.Disclosure;

/// <summary>
/// Takes small counts out of a table with its totals, and as many others as it needs so that none can be worked out from what is left. A table is a flow: from a source to
/// each row, from rows to columns, from each column to a sink, and back. What is shown is fixed. A count that is not shown can be told exactly where no way leads around through
/// others that are not shown; there one more is taken out, the smallest in its row or column first.
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
        while (Told(counts, hidden, profile) is { } told)
        {
            if (Next(counts, hidden, told, profile) is not { } next) break;
            hidden[next.Row, next.Column] = true;
            added++;
        }
        return new(profile, table.Rows, table.Columns,
            [.. Enumerable.Range(0, rows + 1).Select(r => Enumerable.Range(0, columns + 1).Select(c => hidden[r, c] ? null : (int?)(r == rows || c == columns ? profile.Rounded(counts[r, c]) : counts[r, c])).ToImmutableArray())])
        { Small = small, Complementary = added };
    }

    /// <summary>The first count that is not shown and can be told; <c>null</c> where there is none.</summary>
    private static (int Row, int Column)? Told(int[,] counts, bool[,] hidden, DisclosureProfile profile)
    {
        for (var r = 0; r < counts.GetLength(0); r++)
            for (var c = 0; c < counts.GetLength(1); c++)
                if (hidden[r, c] && !new HiddenFlow(counts, hidden, profile.ShowsZero ? 1 : 0).CanDiffer(r, c)) return (r, c);
        return null;
    }

    /// <summary>A count of nobody that may be shown hides nothing, so that it is never taken. Totals go last.</summary>
    private static (int Row, int Column)? Next(int[,] counts, bool[,] hidden, (int Row, int Column) told, DisclosureProfile profile)
    {
        var (rows, columns) = (counts.GetLength(0), counts.GetLength(1));
        return Enumerable.Range(0, columns).Select(c => (told.Row, Column: c)).Concat(Enumerable.Range(0, rows).Select(r => (Row: r, told.Column)))
            .Where(p => !hidden[p.Row, p.Column] && (counts[p.Row, p.Column] > 0 || !profile.ShowsZero))
            .OrderBy(p => (p.Row == rows - 1 ? 1 : 0) + (p.Column == columns - 1 ? 1 : 0)).ThenBy(p => counts[p.Row, p.Column]).ThenBy(p => p)
            .Select(p => ((int, int)?)p).FirstOrDefault()
            ?? Anywhere(counts, hidden, profile);
    }

    private static (int Row, int Column)? Anywhere(int[,] counts, bool[,] hidden, DisclosureProfile profile)
    {
        for (var r = counts.GetLength(0) - 1; r >= 0; r--)
            for (var c = counts.GetLength(1) - 1; c >= 0; c--)
                if (!hidden[r, c] && (counts[r, c] > 0 || !profile.ShowsZero)) return (r, c);
        return null;
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
