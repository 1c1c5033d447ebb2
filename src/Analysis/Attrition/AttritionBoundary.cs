namespace SosLongitudinal.Analysis.Attrition;

/// <summary>How a pair of groups stands against the boundary. Low on the cautious side is low on the optimistic one too.</summary>
public enum AttritionLevel { Low = 0, LowOnOptimisticOnly = 1, High = 2, NoBoundary = 3 }

/// <summary>Attrition of two groups held against the boundary. Percentages and points.</summary>
public sealed record AttritionBenchmark(double Overall, double Differential, double? Cautious, double? Optimistic, AttritionLevel Level);

/// <summary>
/// The What Works Clearinghouse 4.0 boundary (table II.1): for each whole percentage of overall attrition the most differential attrition that is acceptable. The
/// standard is for randomised groups; here it is a descriptive benchmark only.
/// </summary>
public static class AttritionBoundary
{
    private static readonly double[] Cautious =
    [
        5.7, 5.8, 5.9, 5.9, 6.0, 6.1, 6.2, 6.3, 6.3, 6.3, 6.3, 6.2, 6.2, 6.1, 6.0, 5.9, 5.9, 5.8, 5.7, 5.5, 5.4, 5.3, 5.2, 5.1, 4.9, 4.8, 4.7, 4.5, 4.4, 4.3,
        4.1, 4.0, 3.8, 3.6, 3.5, 3.3, 3.2, 3.1, 2.9, 2.8, 2.6, 2.5, 2.3, 2.1, 2.0, 1.8, 1.6, 1.5, 1.3, 1.2, 1.0, 0.9, 0.7, 0.6, 0.4, 0.3, 0.2, 0.0,
    ];

    private static readonly double[] Optimistic =
    [
        10.0, 10.1, 10.2, 10.3, 10.4, 10.5, 10.7, 10.8, 10.9, 10.9, 10.9, 10.9, 10.9, 10.9, 10.8, 10.8, 10.7, 10.6, 10.5, 10.3, 10.2, 10.0, 9.9, 9.7, 9.5, 9.4, 9.2, 9.0, 8.8, 8.6,
        8.4, 8.2, 8.0, 7.8, 7.6, 7.4, 7.2, 7.0, 6.7, 6.5, 6.3, 6.0, 5.8, 5.6, 5.3, 5.1, 4.9, 4.6, 4.4, 4.2, 3.9, 3.7, 3.5, 3.2, 3.0, 2.8, 2.6, 2.3,
    ];

    /// <summary>The last whole percentage of the table; above it there is no boundary here.</summary>
    public static int Last => Cautious.Length - 1;

    /// <param name="overall">Whole percent, from 0.</param>
    public static (double Cautious, double Optimistic)? At(int overall) => overall >= 0 && overall <= Last ? (Cautious[overall], Optimistic[overall]) : null;

    /// <summary><c>null</c> where a group is empty.</summary>
    public static AttritionBenchmark? Of(int keptA, int allA, int keptB, int allB)
    {
        if (allA == 0 || allB == 0) return null;
        var overall = 100.0 * (allA - keptA + allB - keptB) / (allA + allB);
        var differential = Math.Abs(100.0 * (allA - keptA) / allA - 100.0 * (allB - keptB) / allB);
        if (At((int)Math.Floor(overall)) is not { } row) return new(overall, differential, null, null, AttritionLevel.NoBoundary);
        var level = differential <= row.Cautious ? AttritionLevel.Low : differential <= row.Optimistic ? AttritionLevel.LowOnOptimisticOnly : AttritionLevel.High;
        return new(overall, differential, row.Cautious, row.Optimistic, level);
    }
}
