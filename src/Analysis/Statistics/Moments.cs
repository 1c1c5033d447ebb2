namespace SosLongitudinal.Analysis.Statistics;

/// <summary>Number, mean and spread of a set of values.</summary>
public readonly record struct Moments(int N, double? Mean, double? Sd)
{
    /// <summary>The spread has n - 1 in its divisor; it needs two values.</summary>
    public static Moments Of(IReadOnlyCollection<double> values)
    {
        if (values.Count == 0) return new(0, null, null);
        var mean = values.Average();
        return new(values.Count, mean, values.Count < 2 ? null : Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (values.Count - 1)));
    }

    /// <summary>The difference of two means in units of their pooled spread; <c>null</c> where there is no spread.</summary>
    public static double? StandardisedDifference(Moments a, Moments b)
    {
        if (a is not { Mean: { } meanA, Sd: { } sdA } || b is not { Mean: { } meanB, Sd: { } sdB }) return null;
        var pooled = Math.Sqrt(((a.N - 1) * sdA * sdA + (b.N - 1) * sdB * sdB) / (a.N + b.N - 2));
        return pooled > 0 ? (meanA - meanB) / pooled : null;
    }
}
