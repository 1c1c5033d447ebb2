using MathNet.Numerics.Distributions;

namespace SosLongitudinal.Analysis.Statistics;

/// <summary>A difference of means with its 95% confidence interval.</summary>
public sealed record Difference(double Value, double Low, double High, double Df)
{
    private const double Upper = 0.975;

    /// <summary>Welch: unequal spreads, families taken as independent. <c>null</c> where a group has fewer than two values or nothing varies.</summary>
    public static Difference? Welch(Moments a, Moments b)
    {
        if (a is not { Mean: { } meanA, Sd: { } sdA } || b is not { Mean: { } meanB, Sd: { } sdB }) return null;
        var (va, vb) = (sdA * sdA / a.N, sdB * sdB / b.N);
        if (va + vb <= 0) return null;
        var df = (va + vb) * (va + vb) / (va * va / (a.N - 1) + vb * vb / (b.N - 1));
        return Around(meanA - meanB, Math.Sqrt(va + vb), df);
    }

    /// <summary>
    /// The mean of differences within sites, sites taken as the independent units, with t on one less than their number (DOMAIN §4.3: few clusters).
    /// <c>null</c> with fewer than two sites.
    /// </summary>
    public static Difference? OfSites(IReadOnlyCollection<double> differences)
    {
        var moments = Moments.Of(differences);
        return moments is { Mean: { } mean, Sd: { } sd } ? Around(mean, sd / Math.Sqrt(moments.N), moments.N - 1) : null;
    }

    private static Difference Around(double value, double error, double df)
    {
        var half = StudentT.InvCDF(0, 1, df, Upper) * error;
        return new(value, value - half, value + half, df);
    }
}
