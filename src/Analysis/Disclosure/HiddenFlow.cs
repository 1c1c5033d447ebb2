namespace SosLongitudinal.Analysis.Disclosure;

/// <summary>The table as a flow of which only what is not shown may change.</summary>
/// <param name="counts">With totals as last row and last column.</param>
/// <param name="least">The least that a hidden count can be: one, where nobody would have been shown.</param>
internal sealed class HiddenFlow(int[,] counts, bool[,] hidden, int least)
{
    private readonly int rows = counts.GetLength(0) - 1;
    private readonly int columns = counts.GetLength(1) - 1;

    /// <summary>Whether a hidden count could be another with all that is shown as it is.</summary>
    public bool CanDiffer(int row, int column)
    {
        var (from, to) = Ends(row, column);
        return Leads(to, from, row, column) || (counts[row, column] > least && Leads(from, to, row, column));
    }

    /// <summary>Nodes: source 0, rows from 1, columns after them, sink last.</summary>
    private (int From, int To) Ends(int row, int column) =>
        (row == rows ? column == columns ? rows + columns + 1 : 1 + rows + column : column == columns ? 0 : 1 + row,
         row == rows ? column == columns ? 0 : rows + columns + 1 : column == columns ? 1 + row : 1 + rows + column);

    /// <summary>Whether one more can go from a node to another through hidden counts, up any of them and down those that are above the least.</summary>
    private bool Leads(int from, int to, int exceptRow, int exceptColumn)
    {
        var seen = new bool[rows + columns + 2];
        var open = new Stack<int>([from]);
        seen[from] = true;
        while (open.TryPop(out var node))
        {
            if (node == to) return true;
            for (var r = 0; r <= rows; r++)
                for (var c = 0; c <= columns; c++)
                {
                    if (!hidden[r, c] || (r == exceptRow && c == exceptColumn)) continue;
                    var (start, end) = Ends(r, c);
                    var next = node == start ? end : node == end && counts[r, c] > least ? start : -1;
                    if (next < 0 || seen[next]) continue;
                    seen[next] = true;
                    open.Push(next);
                }
        }
        return false;
    }
}
