namespace SosLongitudinal.Analysis.Statistics;

/// <summary>How disagreements count: all alike, or by their distance on the list of codes.</summary>
public enum KappaWeights { Plain = 0, Linear = 1, Quadratic = 2 }

/// <summary>
/// Cohen's kappa of two coders with its large-sample standard error (J. L. Fleiss, J. Cohen and B. S. Everitt, Psychological Bulletin 72, 1969, 323-327; the
/// one for an interval, not the one for a test of no agreement) and 95% confidence interval.
/// </summary>
public sealed record Kappa(double Value, double StandardError, Interval Interval)
{
    /// <param name="pairs">How often the first coder chose the row's code and the second the column's; square.</param>
    /// <returns><c>null</c> where there is nothing to count, or chance alone would agree always: both coders used one code only.</returns>
    public static Kappa? Of(int[,] pairs, KappaWeights weights = KappaWeights.Plain)
    {
        var k = pairs.GetLength(0);
        double n = pairs.Cast<int>().Sum();
        if (n == 0) return null;
        var (rows, columns) = (new double[k], new double[k]);
        for (var i = 0; i < k; i++)
            for (var j = 0; j < k; j++)
            {
                rows[i] += pairs[i, j] / n;
                columns[j] += pairs[i, j] / n;
            }
        var (observed, expected) = (0.0, 0.0);
        var (rowMeans, columnMeans) = (new double[k], new double[k]); // what a row's code scores on average by the other's margin, and a column's
        for (var i = 0; i < k; i++)
            for (var j = 0; j < k; j++)
            {
                var w = Weight(i, j, k, weights);
                observed += w * pairs[i, j] / n;
                expected += w * rows[i] * columns[j];
                rowMeans[i] += w * columns[j];
                columnMeans[j] += w * rows[i];
            }
        if (1 - expected < 1e-12) return null;
        var kappa = (observed - expected) / (1 - expected);
        var sum = 0.0;
        for (var i = 0; i < k; i++)
            for (var j = 0; j < k; j++)
            {
                var part = Weight(i, j, k, weights) - (rowMeans[i] + columnMeans[j]) * (1 - kappa);
                sum += pairs[i, j] / n * part * part;
            }
        var off = kappa - expected * (1 - kappa);
        var error = Math.Sqrt(Math.Max(0, sum - off * off) / n) / (1 - expected);
        return new(kappa, error, new(Math.Max(-1, kappa - Interval.Z * error), Math.Min(1, kappa + Interval.Z * error)));
    }

    private static double Weight(int i, int j, int k, KappaWeights weights) => weights switch
    {
        KappaWeights.Linear => 1 - Math.Abs(i - j) / (double)(k - 1),
        KappaWeights.Quadratic => 1 - (i - j) * (i - j) / (double)((k - 1) * (k - 1)),
        _ => i == j ? 1 : 0,
    };
}
