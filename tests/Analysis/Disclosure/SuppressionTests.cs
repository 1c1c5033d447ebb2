using System.Collections.Immutable;
using CsCheck;
using SosLongitudinal.Analysis.Disclosure;

namespace SosLongitudinal.Tests.Analysis.Disclosure;

public sealed class SuppressionTests
{
    /// <summary>The rule without rounding, so that totals are known exactly: the harder case.</summary>
    private static readonly DisclosureProfile Exact = DisclosureProfile.Dfe with { RoundsTo = 1 };

    private static readonly Gen<CrossTable> Small = Gen.Select(Gen.Int[1, 3], Gen.Int[1, 3]).SelectMany((rows, columns) => Gen.Frequency((2, Gen.Const(0)), (5, Gen.Int[1, 7]), (2, Gen.Int[8, 30])).Array[rows * columns].Select(cells =>
        Table([.. cells.Chunk(columns)])));

    [Fact]
    public void No_count_that_is_not_shown_can_be_worked_out_from_what_is_shown() => Small.Sample(table =>
    {
        foreach (var profile in new[] { Exact, DisclosureProfile.SecureLab }) AllCanDiffer(table, Suppression.Of(table, profile), profile);
    }, iter: 300);

    [Fact]
    public void What_is_shown_is_true_and_nothing_small_is_shown() => Small.Sample(table =>
    {
        var shown = Suppression.Of(table, Exact);
        for (var r = 0; r <= table.Rows.Length; r++)
            for (var c = 0; c <= table.Columns.Length; c++)
                if (shown.Counts[r][c] is { } count)
                {
                    Assert.Equal(Count(table, r, c), count);
                    Assert.False(Exact.Hides(count));
                }
    });

    [Fact]
    public void One_small_count_takes_the_three_with_it_that_make_the_smallest_square()
    {
        var shown = Suppression.Of(Table([3, 20, 40], [30, 25, 50], [60, 70, 80]), Exact);
        Assert.Equal((1, 3), (shown.Small, shown.Complementary));
        Assert.Equal([null, null, 40, 63], shown.Counts[0]);
        Assert.Equal([null, null, 50, 105], shown.Counts[1]);
        Assert.Equal([60, 70, 80, 210], shown.Counts[2]);
    }

    [Fact]
    public void The_department_shows_zero_hides_one_to_five_and_rounds_totals_to_ten()
    {
        var shown = Suppression.Of(Table([0, 4, 12], [7, 6, 9], [11, 13, 15]), DisclosureProfile.Dfe); // row totals 16, 22, 39
        Assert.Equal(0, shown.Counts[0][0]);
        Assert.Null(shown.Counts[0][1]);
        Assert.Equal([20, 20, 40], [shown.Counts[0][3], shown.Counts[1][3], shown.Counts[2][3]]);
        Assert.Equal(80, shown.Counts[3][3]);
    }

    [Fact]
    public void The_secure_lab_shows_nothing_below_ten_and_no_zero()
    {
        var shown = Suppression.Of(Table([0, 9, 40], [10, 25, 50]), DisclosureProfile.SecureLab);
        Assert.All(shown.Counts.SelectMany(r => r).OfType<int>(), count => Assert.True(count >= 10));
        Assert.Null(shown.Counts[0][0]);
    }

    [Fact]
    public void Without_a_profile_all_is_shown_as_it_is()
    {
        var shown = Suppression.Of(Table([0, 1], [2, 3]), DisclosureProfile.None);
        Assert.Equal([0, 1, 1, 2, 3, 5, 2, 4, 6], shown.Counts.SelectMany(r => r).Select(n => n!.Value));
    }

    /// <summary>Looks for another table that agrees with all that is shown, by trying each hidden count one lower, as it is and one higher.</summary>
    private static void AllCanDiffer(CrossTable table, ShownTable shown, DisclosureProfile profile)
    {
        var (rows, columns) = (table.Rows.Length, table.Columns.Length);
        var differs = new bool[rows + 1, columns + 1];
        var steps = new int[rows, columns];
        Try(0);
        for (var r = 0; r <= rows; r++) for (var c = 0; c <= columns; c++) Assert.True(shown.Counts[r][c] is not null || differs[r, c], $"{profile.Name}: {string.Join(" / ", table.Cells.Select(row => string.Join(' ', row)))} tells {r},{c}");

        void Try(int at)
        {
            if (at == rows * columns) { Hold(); return; }
            var (r, c) = (at / columns, at % columns);
            foreach (var step in shown.Counts[r][c] is null ? (int[])[0, -1, 1] : [0])
            {
                if (step < 0 && table.Cells[r][c] + step < (profile.ShowsZero ? 1 : 0)) continue;
                steps[r, c] = step;
                Try(at + 1);
            }
            steps[r, c] = 0;
        }

        void Hold()
        {
            var (down, across, all) = (new int[rows], new int[columns], 0);
            for (var r = 0; r < rows; r++) for (var c = 0; c < columns; c++) { down[r] += steps[r, c]; across[c] += steps[r, c]; all += steps[r, c]; }
            bool Fits(int row, int column, int step) => shown.Counts[row][column] is null ? Count(table, row, column) + step >= (profile.ShowsZero ? 1 : 0) : step == 0;
            if (!Enumerable.Range(0, rows).All(r => Fits(r, columns, down[r])) || !Enumerable.Range(0, columns).All(c => Fits(rows, c, across[c])) || !Fits(rows, columns, all)) return;
            for (var r = 0; r < rows; r++)
            {
                differs[r, columns] |= down[r] != 0;
                for (var c = 0; c < columns; c++) differs[r, c] |= steps[r, c] != 0;
            }
            for (var c = 0; c < columns; c++) differs[rows, c] |= across[c] != 0;
            differs[rows, columns] |= all != 0;
        }
    }

    private static int Count(CrossTable table, int row, int column) => (row == table.Rows.Length, column == table.Columns.Length) switch
    {
        (false, false) => table.Cells[row][column], (false, true) => table.RowTotal(row), (true, false) => table.ColumnTotal(column), _ => table.Total,
    };

    private static CrossTable Table(params int[][] cells) => new([.. cells.Select((_, i) => $"r{i}")], [.. cells[0].Select((_, i) => $"c{i}")], [.. cells.Select(r => r.ToImmutableArray())]);
}
