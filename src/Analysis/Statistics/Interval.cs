using MathNet.Numerics.Distributions;

namespace SosLongitudinal.Analysis.Statistics;

/// <summary>A 95% confidence interval.</summary>
public readonly record struct Interval(double Low, double High)
{
    internal static double Z { get; } = Normal.InvCDF(0, 1, 0.975);

    /// <summary>
    /// Wilson's score interval of a share, from 0 to 1: it stays within bounds and holds for few cases and for none (E. B. Wilson, Journal of the American
    /// Statistical Association 22, 1927, 209-212). <c>null</c> where the base is empty.
    /// </summary>
    public static Interval? Wilson(int count, int of)
    {
        if (of == 0) return null;
        var (share, square) = ((double)count / of, Z * Z);
        var centre = (share + square / (2 * of)) / (1 + square / of);
        var half = Z / (1 + square / of) * Math.Sqrt(share * (1 - share) / of + square / (4.0 * of * of));
        return new(count == 0 ? 0 : centre - half, count == of ? 1 : centre + half);
    }
}
