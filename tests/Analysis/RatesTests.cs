using SosLongitudinal.Analysis.Statistics;

namespace SosLongitudinal.Tests.Analysis;

public sealed class RatesTests
{
    private static readonly OutcomeCounts Cases = new(5, 3, 2, 1, 2, 1, 1, 1);

    [Fact]
    public void The_outcome_rates_are_those_of_the_published_example()
    {
        const double e = 0.5;
        Assert.Equal(
            [1 / 3.0, 8 / 15.0, 5 / 14.0, 4 / 7.0, 5 / 13.0, 8 / 13.0],
            [Rates.Rr1(Cases), Rates.Rr2(Cases), Rates.Rr3(Cases, e), Rates.Rr4(Cases, e), Rates.Rr5(Cases), Rates.Rr6(Cases)]);
        Assert.Equal([5 / 12.0, 2 / 3.0, 1 / 2.0, 4 / 5.0], [Rates.Coop1(Cases), Rates.Coop2(Cases), Rates.Coop3(Cases), Rates.Coop4(Cases)]);
        Assert.Equal([2 / 15.0, 1 / 7.0, 2 / 13.0], [Rates.Ref1(Cases), Rates.Ref2(Cases, e), Rates.Ref3(Cases)]);
        Assert.Equal([4 / 5.0, 6 / 7.0, 12 / 13.0], [Rates.Con1(Cases), Rates.Con2(Cases, e), Rates.Con3(Cases)]);
        Assert.Equal(13 / 14.0, Rates.DefaultE(Cases));
    }
}
