namespace SosLongitudinal.Analysis.Disclosure;

/// <summary>The table as a flow of which only what is not shown may change.</summary>
/// <param name="counts">With totals as last row and last column.</param>
/// <param name="hidden">What is not shown; read anew at each question.</param>
/// <param name="showsZero">Whether a count of nobody is always shown: then what is hidden is at least one, and a count of nobody hides nothing.</param>
internal sealed class HiddenFlow(int[,] counts, bool[,] hidden, bool showsZero)
{
    private const long Total = 1_000_000_000;

    private readonly int rows = counts.GetLength(0) - 1;
    private readonly int columns = counts.GetLength(1) - 1;
    private readonly int least = showsZero ? 1 : 0;

    /// <summary>The first hidden count that could be no other with all that is shown as it is; <c>null</c> where there is none.</summary>
    public (int Row, int Column)? Told()
    {
        for (var r = 0; r <= rows; r++)
            for (var c = 0; c <= columns; c++)
                if (hidden[r, c] && Cheapest((r, c)).Cost != 0) return (r, c);
        return null;
    }

    /// <summary>What has to be hidden besides, so that a count could be another.</summary>
    public IReadOnlyList<(int Row, int Column)> CheapestWayAround((int Row, int Column) told) => [.. Cheapest(told).Way.Where(p => !hidden[p.Row, p.Column])];

    /// <summary>One more of the count and one more or less of others in a circle, or one less of it.</summary>
    private (long Cost, List<(int Row, int Column)> Way) Cheapest((int Row, int Column) of)
    {
        var (from, to) = Ends(of.Row, of.Column);
        var more = Way(to, from, of);
        if (more.Cost == 0 || counts[of.Row, of.Column] <= least) return more;
        var less = Way(from, to, of);
        return less.Cost < more.Cost ? less : more;
    }

    /// <summary>Nodes: source 0, rows from 1, columns after them, sink last. The sink leads back to the source through the total of all.</summary>
    private (int From, int To) Ends(int row, int column) =>
        (row == rows ? column == columns ? rows + columns + 1 : 1 + rows + column : column == columns ? 0 : 1 + row,
         row == rows ? column == columns ? 0 : rows + columns + 1 : column == columns ? 1 + row : 1 + rows + column);

    /// <summary>The cheapest way from a node to another: hidden counts cost nothing, shown ones their size, totals far more.</summary>
    private (long Cost, List<(int Row, int Column)> Way) Way(int from, int to, (int Row, int Column) except)
    {
        var costs = new long[rows + columns + 2];
        var came = new (int Node, (int Row, int Column) By)[costs.Length];
        var done = new bool[costs.Length];
        Array.Fill(costs, long.MaxValue);
        costs[from] = 0;
        while (Enumerable.Range(0, costs.Length).Where(n => !done[n] && costs[n] < long.MaxValue).OrderBy(n => costs[n]).Select(n => (int?)n).FirstOrDefault() is { } node && node != to)
        {
            done[node] = true;
            for (var r = 0; r <= rows; r++)
                for (var c = 0; c <= columns; c++)
                {
                    if ((r, c) == except || (!hidden[r, c] && showsZero && counts[r, c] == 0)) continue;
                    var (start, end) = Ends(r, c);
                    var next = node == start ? end : node == end && counts[r, c] > least ? start : -1;
                    var cost = hidden[r, c] ? 0 : 1 + counts[r, c] + (r == rows || c == columns ? Total : 0);
                    if (next < 0 || costs[node] + cost >= costs[next]) continue;
                    (costs[next], came[next]) = (costs[node] + cost, (node, (r, c)));
                }
        }
        if (costs[to] == long.MaxValue) return (long.MaxValue, []); // of the two ways round one always exists: through the totals, which are not less than the count
        var way = new List<(int, int)>();
        for (var at = to; at != from; at = came[at].Node) way.Add(came[at].By);
        return (costs[to], way);
    }
}
