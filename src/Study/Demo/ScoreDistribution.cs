namespace SosLongitudinal.Study.Demo;

/// <summary>
/// The flattest distribution over a scale's whole numbers that has a printed mean, standard deviation and, where given, share below a cut: its weights are
/// exp(a t + b t² + c [below]). Ranked units that take its values at their shares reproduce the figures without chance.
/// </summary>
internal sealed class ScoreDistribution
{
    private const int Steps = 200;
    private readonly int least;
    private readonly double[] upTo;

    private ScoreDistribution(int least, double[] upTo) => (this.least, this.upTo) = (least, upTo);

    public static ScoreDistribution Of(int least, int most, double mean, double sd, int cut = int.MinValue, double below = 0)
    {
        double middle = (least + most) / 2.0, half = (most - least) / 2.0;
        var features = new double[most - least + 1][];
        for (var i = 0; i < features.Length; i++)
        {
            var t = (least + i - middle) / half;
            features[i] = cut == int.MinValue ? [t, t * t] : [t, t * t, least + i < cut ? 1 : 0];
        }
        var aim = (mean - middle) / half;
        double[] aims = cut == int.MinValue ? [aim, aim * aim + sd * sd / (half * half)] : [aim, aim * aim + sd * sd / (half * half), below];

        var weights = Fitted(features, aims);
        for (var i = 1; i < weights.Length; i++) weights[i] += weights[i - 1];
        return new(least, weights);
    }

    /// <summary>The score at a share of the distribution, from 0 to 1.</summary>
    public int At(double share)
    {
        var i = 0;
        while (i < upTo.Length - 1 && upTo[i] < share) i++;
        return least + i;
    }

    /// <summary>The weights whose expected features are the aims, by Newton's steps, halved while they overshoot.</summary>
    private static double[] Fitted(double[][] features, double[] aims)
    {
        var at = new double[aims.Length];
        for (var step = 0; step < Steps; step++)
        {
            var (weights, _) = Weigh(features, at);
            var (missed, spread) = Moments(features, aims, weights);
            if (missed.All(m => Math.Abs(m) < 1e-10)) return weights;
            var move = Solved(spread, missed);
            var before = Short(features, aims, at);
            var size = 1.0;
            while (size > 1e-6 && Short(features, aims, Moved(at, move, size)) > before) size /= 2;
            at = Moved(at, move, size);
        }
        throw new InvalidOperationException("No distribution over this scale has these figures.");
    }

    private static double Short(double[][] features, double[] aims, double[] at) => Weigh(features, at).LogSum - Dot(aims, at);

    private static (double[] Weights, double LogSum) Weigh(double[][] features, double[] at)
    {
        var logs = features.Select(f => Dot(f, at)).ToArray();
        var most = logs.Max();
        var weights = logs.Select(l => Math.Exp(l - most)).ToArray();
        var sum = weights.Sum();
        return ([.. weights.Select(w => w / sum)], Math.Log(sum) + most);
    }

    private static (double[] Missed, double[][] Spread) Moments(double[][] features, double[] aims, double[] weights)
    {
        var n = aims.Length;
        var means = Enumerable.Range(0, n).Select(j => features.Select((f, i) => f[j] * weights[i]).Sum()).ToArray();
        var spread = Enumerable.Range(0, n).Select(j => Enumerable.Range(0, n)
            .Select(k => features.Select((f, i) => (f[j] - means[j]) * (f[k] - means[k]) * weights[i]).Sum()).ToArray()).ToArray();
        return ([.. aims.Select((a, j) => a - means[j])], spread);
    }

    private static double[] Solved(double[][] matrix, double[] right)
    {
        var n = right.Length;
        var rows = matrix.Select((row, i) => row.Append(right[i]).ToArray()).ToArray();
        for (var i = 0; i < n; i++)
            for (var other = 0; other < n; other++)
            {
                if (other == i) continue;
                var factor = rows[other][i] / rows[i][i]; // a covariance matrix of distinct features: no pivot is zero
                for (var k = i; k <= n; k++) rows[other][k] -= factor * rows[i][k];
            }
        return [.. rows.Select((row, i) => row[n] / row[i])];
    }

    private static double[] Moved(double[] at, double[] move, double size) => [.. at.Select((a, i) => a + size * move[i])];

    private static double Dot(double[] a, double[] b) => a.Zip(b, (x, y) => x * y).Sum();
}
