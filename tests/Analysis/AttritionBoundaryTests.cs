using System.Globalization;
using SosLongitudinal.Analysis.Attrition;

namespace SosLongitudinal.Tests.Analysis;

public sealed class AttritionBoundaryTests
{
    [Theory]
    [InlineData(30, 40, 40, 48, AttritionLevel.LowOnOptimisticOnly)]
    [InlineData(20, 40, 31, 49, AttritionLevel.High)]
    [InlineData(10, 20, 100, 200, AttritionLevel.Low)]
    [InlineData(40, 40, 48, 48, AttritionLevel.Low)]
    [InlineData(1, 10, 2, 10, AttritionLevel.NoBoundary)]
    public void Two_groups_are_held_against_the_row_of_their_overall_attrition(int keptA, int allA, int keptB, int allB, AttritionLevel expected) =>
        Assert.Equal(expected, AttritionBoundary.Of(keptA, allA, keptB, allB)!.Level);

    [Fact]
    public void The_row_is_that_of_the_whole_percentage_and_not_the_one_before()
    {
        var benchmark = AttritionBoundary.Of(30, 40, 40, 48)!;
        Assert.Equal((20.45, 8.33), (Math.Round(benchmark.Overall, 2), Math.Round(benchmark.Differential, 2)));
        Assert.Equal((5.4, 10.2), (benchmark.Cautious, benchmark.Optimistic));
    }

    /// <summary>Read off the table row by row, apart from the code's two lists.</summary>
    [Fact]
    public void The_whole_table_is_as_published()
    {
        const string published =
            "0 5.7|10.0; 1 5.8|10.1; 2 5.9|10.2; 3 5.9|10.3; 4 6.0|10.4; 5 6.1|10.5; 6 6.2|10.7; 7 6.3|10.8; 8 6.3|10.9; 9 6.3|10.9; 10 6.3|10.9; 11 6.2|10.9; 12 6.2|10.9; " +
            "13 6.1|10.9; 14 6.0|10.8; 15 5.9|10.8; 16 5.9|10.7; 17 5.8|10.6; 18 5.7|10.5; 19 5.5|10.3; 20 5.4|10.2; 21 5.3|10.0; 22 5.2|9.9; 23 5.1|9.7; 24 4.9|9.5; 25 4.8|9.4; " +
            "26 4.7|9.2; 27 4.5|9.0; 28 4.4|8.8; 29 4.3|8.6; 30 4.1|8.4; 31 4.0|8.2; 32 3.8|8.0; 33 3.6|7.8; 34 3.5|7.6; 35 3.3|7.4; 36 3.2|7.2; 37 3.1|7.0; 38 2.9|6.7; 39 2.8|6.5; " +
            "40 2.6|6.3; 41 2.5|6.0; 42 2.3|5.8; 43 2.1|5.6; 44 2.0|5.3; 45 1.8|5.1; 46 1.6|4.9; 47 1.5|4.6; 48 1.3|4.4; 49 1.2|4.2; 50 1.0|3.9; 51 0.9|3.7; 52 0.7|3.5; 53 0.6|3.2; " +
            "54 0.4|3.0; 55 0.3|2.8; 56 0.2|2.6; 57 0.0|2.3";
        foreach (var row in published.Split("; "))
        {
            var (overall, limits) = (int.Parse(row.Split(' ')[0], CultureInfo.InvariantCulture), row.Split(' ')[1].Split('|').Select(v => double.Parse(v, CultureInfo.InvariantCulture)).ToArray());
            Assert.Equal((limits[0], limits[1]), AttritionBoundary.At(overall));
        }
        Assert.Null(AttritionBoundary.At(AttritionBoundary.Last + 1));
    }
}
