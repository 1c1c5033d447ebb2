using CsCheck;
using SosLongitudinal.Analysis.Statistics;

namespace SosLongitudinal.Tests.Analysis;

/// <summary>Kappa held against figures that others published.</summary>
public sealed class KappaTests
{
    /// <summary>
    /// Two dermatologists rate 88 patients: SAS/STAT user's guide, the FREQ procedure, "Agreement Study" (skin condition data), prints 0.3449 with 0.2030 to 0.4868.
    /// </summary>
    [Fact]
    public void The_published_skin_condition_study_comes_out_as_printed()
    {
        var kappa = Kappa.Of(new[,] { { 10, 4, 1, 0 }, { 5, 10, 12, 2 }, { 2, 4, 12, 5 }, { 0, 2, 6, 13 } })!;

        Assert.Equal((0.3449, 0.2030, 0.4868), (Rounded(kappa.Value), Rounded(kappa.Interval.Low), Rounded(kappa.Interval.High)));
    }

    /// <summary>The 3 x 3 example of the SAS manual as the tests of statsmodels print it (stats/tests/test_inter_rater.py): simple kappa, and weighted by distance.</summary>
    [Theory]
    [InlineData(KappaWeights.Plain, 0.4842, 0.1380, 0.2137, 0.7547)]
    [InlineData(KappaWeights.Linear, 0.4701, 0.1457, 0.1845, 0.7558)]
    public void Plain_and_weighted_kappa_and_their_standard_errors_are_those_of_another_program(KappaWeights weights, double value, double error, double low, double high)
    {
        var kappa = Kappa.Of(new[,] { { 0, 4, 1 }, { 0, 8, 0 }, { 0, 1, 5 } }, weights)!;

        Assert.Equal((value, error, low, high), (Rounded(kappa.Value), Rounded(kappa.StandardError), Rounded(kappa.Interval.Low), Rounded(kappa.Interval.High)));
    }

    /// <summary>A 2 x 2 example of the R package statpsych (ci.kappa): 0.6756757, standard error 0.07344761, 0.5317210 to 0.8196303. With two codes every weighting is the same.</summary>
    [Theory]
    [InlineData(KappaWeights.Plain)]
    [InlineData(KappaWeights.Linear)]
    [InlineData(KappaWeights.Quadratic)]
    public void Two_codes_give_the_published_figures_under_every_weighting(KappaWeights weights)
    {
        var kappa = Kappa.Of(new[,] { { 31, 12 }, { 4, 58 } }, weights)!;

        Assert.Equal((0.675676, 0.073448, 0.531721, 0.819630), (Math.Round(kappa.Value, 6), Math.Round(kappa.StandardError, 6), Math.Round(kappa.Interval.Low, 6), Math.Round(kappa.Interval.High, 6)));
    }

    /// <summary>Raters 2 and 3 of the anxiety ratings: the R package irr prints 0.2520325 with squared weights, -0.006289308 with none and 0.1459075 with equal ones. It drops the code that nobody used.</summary>
    [Theory]
    [InlineData(KappaWeights.Plain, -0.006289308)]
    [InlineData(KappaWeights.Linear, 0.1459075)]
    [InlineData(KappaWeights.Quadratic, 0.2520325)]
    public void Quadratic_weights_give_the_published_value(KappaWeights weights, double value)
    {
        int[] second = [3, 6, 4, 6, 2, 4, 2, 4, 3, 3, 2, 3, 3, 3, 2, 2, 1, 3, 3, 4], third = [2, 1, 4, 4, 3, 2, 1, 6, 1, 1, 1, 2, 3, 3, 1, 1, 3, 3, 2, 2];
        int[] codes = [1, 2, 3, 4, 6];
        var table = new int[5, 5];
        foreach (var (a, b) in second.Zip(third)) table[Array.IndexOf(codes, a), Array.IndexOf(codes, b)]++;

        Assert.Equal(value, Kappa.Of(table, weights)!.Value, tolerance: 1e-7);
    }

    [Fact]
    public void Coders_who_always_agree_have_kappa_1_and_who_use_one_code_only_have_none()
    {
        Assert.Equal((1.0, 0.0), (Kappa.Of(new[,] { { 5, 0 }, { 0, 7 } })!.Value, Kappa.Of(new[,] { { 5, 0 }, { 0, 7 } })!.StandardError));
        Assert.Null(Kappa.Of(new[,] { { 9, 0 }, { 0, 0 } }));
        Assert.Null(Kappa.Of(new int[2, 2]));
    }

    [Fact]
    public void Who_is_called_the_first_coder_does_not_matter() =>
        Gen.Select(Gen.Int[0, 20].Array[9], Gen.Enum<KappaWeights>()).Sample((cells, weights) =>
        {
            var (one, other) = (new int[3, 3], new int[3, 3]);
            for (var i = 0; i < 9; i++) one[i / 3, i % 3] = other[i % 3, i / 3] = cells[i];
            var (a, b) = (Kappa.Of(one, weights), Kappa.Of(other, weights));
            return a is null ? b is null : Math.Abs(a.Value - b!.Value) < 1e-9 && Math.Abs(a.StandardError - b.StandardError) < 1e-9;
        });

    private static double Rounded(double number) => Math.Round(number, 4);
}
