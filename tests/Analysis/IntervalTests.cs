using CsCheck;
using SosLongitudinal.Analysis.Statistics;

namespace SosLongitudinal.Tests.Analysis;

public sealed class IntervalTests
{
    /// <summary>R. G. Newcombe, Statistics in Medicine 17, 1998, 857-872, table I, method 3: 81 of 263, 15 of 148, 0 of 20 and 1 of 29.</summary>
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0000, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void Wilsons_interval_has_the_published_limits(int count, int of, double low, double high)
    {
        var interval = Interval.Wilson(count, of)!.Value;

        Assert.Equal((low, high), (Math.Round(interval.Low, 4), Math.Round(interval.High, 4)));
    }

    [Fact]
    public void It_lies_within_0_and_1_around_the_share_and_mirrors_the_share_of_the_rest() =>
        Gen.Select(Gen.Int[0, 500], Gen.Int[0, 500]).Where((a, b) => a + b > 0).Sample((a, b) =>
        {
            var (interval, rest, share) = (Interval.Wilson(a, a + b)!.Value, Interval.Wilson(b, a + b)!.Value, a / (double)(a + b));
            return interval.Low >= 0 && interval.High <= 1 && interval.Low <= share && share <= interval.High && Math.Abs(interval.Low - (1 - rest.High)) < 1e-9;
        });

    [Fact]
    public void Nothing_to_count_has_no_interval() => Assert.Null(Interval.Wilson(0, 0));
}
