using System.Collections.Immutable;

namespace SosLongitudinal.Analysis.Disclosure;

/// <summary>How many rows have each combination of two things. Totals are sums of the cells.</summary>
public sealed record CrossTable(ImmutableArray<string> Rows, ImmutableArray<string> Columns, ImmutableArray<ImmutableArray<int>> Cells)
{
    public int RowTotal(int row) => Cells[row].Sum();

    public int ColumnTotal(int column) => Cells.Sum(r => r[column]);

    public int Total => Cells.Sum(r => r.Sum());
}

/// <summary>A table as it may leave: <c>null</c> stands for what is not shown. Totals are the last row and the last column.</summary>
public sealed record ShownTable(DisclosureProfile Profile, ImmutableArray<string> Rows, ImmutableArray<string> Columns, ImmutableArray<ImmutableArray<int?>> Counts)
{
    /// <summary>How many counts are not shown because they are small.</summary>
    public int Small { get; init; }

    /// <summary>How many more are not shown because a small one could be worked out from them.</summary>
    public int Complementary { get; init; }
}
