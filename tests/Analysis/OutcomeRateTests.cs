using System.Collections.Immutable;
using CsCheck;
using SosLongitudinal.Analysis.Outcomes;
using SosLongitudinal.Analysis.Statistics;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Fieldwork.Outcomes;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Tests.Analysis;

public sealed class OutcomeRateTests
{
    private static readonly DateOnly Today = new(2026, 7, 1);
    private static readonly StudyDesign Design = new() { Waves = [new(new("t1"), "Time 1", 1), new(new("t2"), "Time 2", 2, new("t1"), 6, 9)] };

    private static IEnumerable<OutcomeCount> Cases(string by, string group, params (string Code, int Families)[] said) =>
        said.Select(s => new OutcomeCount(by, group, OutcomeStanding.Final, Dispositions.Find(s.Code)!.Class, s.Code, s.Families));

    private static OutcomeResult Of(IEnumerable<OutcomeCount> counts, string wave = "t1", double? e = null) =>
        OutcomeRateTable.Of(Design, new(new(wave)), new([.. counts], new(8, 2)), e, Today);

    private static readonly (string, int)[] Published = [("1.1", 5), ("1.2", 3), ("2.11", 2), ("2.20", 1), ("2.36", 2), ("3.11", 1), ("3.18", 1), ("4.10", 1)];

    [Fact]
    public void Counts_by_disposition_give_the_published_example()
    {
        var rates = Of(Cases("all", "all", Published), e: 0.5).Groups[0].Rates;
        Assert.Equal(
            [1 / 3.0, 8 / 15.0, 5 / 14.0, 4 / 7.0, 5 / 13.0, 8 / 13.0, 5 / 12.0, 2 / 3.0, 1 / 2.0, 4 / 5.0, 2 / 15.0, 1 / 7.0, 2 / 13.0, 4 / 5.0, 6 / 7.0, 12 / 13.0],
            rates.All().Select(r => r.Value!.Value));
    }

    [Fact]
    public void The_unknown_are_taken_as_eligible_from_the_second_wave_and_by_the_known_share_before()
    {
        Assert.Equal(13 / 14.0, Of(Cases("all", "all", Published)).E);
        Assert.Equal(1, Of(Cases("all", "all", Published), "t2").E);
        Assert.Equal((0.25, 13 / 14.0), Of(Cases("all", "all", Published), e: 0.25) is var stated ? (stated.E, stated.UsualE) : default);
    }

    [Fact]
    public void Located_contacted_and_cooperated_multiply_to_the_share_interviewed() =>
        Gen.Int[0, 40].Array[Dispositions.All.Count].Sample(families =>
        {
            var said = Dispositions.All.Zip(families).Select(p => (p.First.Code, p.Second)).ToArray();
            var group = Of(Cases("all", "all", said), "t2").Groups[0];
            if (group.Counts.Interviews == 0) return true;
            var product = group.Steps.Aggregate(1.0, (share, step) => share * step.Passed.Count / step.Passed.Base);
            return Math.Abs(product - group.Rates.Rr2!.Value) < 1e-12;
        });

    [Fact]
    public void A_case_still_in_the_field_is_in_no_rate_and_one_without_an_outcome_is_unknown()
    {
        var result = Of([.. Cases("all", "all", ("1.1", 6), ("2.11", 2)), new("all", "all", OutcomeStanding.InField, default, "", 5), new("all", "all", OutcomeStanding.Undisposed, OutcomeClass.UnknownOther, "3.90", 2)], "t2");
        Assert.Equal((5, 2, 2), (result.Groups[0].InField, result.Groups[0].Undisposed, result.Groups[0].Counts.UnknownOther));
        Assert.Equal(0.6, result.Groups[0].Rates.Rr1);
        Assert.Equal("100.0", result.Groups[0].Steps[0].Passed.Percent!.Value.ToString("F1", System.Globalization.CultureInfo.InvariantCulture)); // nobody said that they could not be found
    }

    [Fact]
    public void An_empty_wave_has_no_rates_and_no_numbers_that_are_none()
    {
        var empty = Of([]);
        Assert.All(Assert.Single(empty.Groups).Rates.All(), rate => Assert.Null(rate.Value));
        Assert.Single(empty.RateTable().Rows);
    }

    [Fact]
    public void The_gatekeeper_s_share_stands_apart() => Assert.Equal(80, Of(Cases("all", "all", Published)).Approach.Approached.Percent);
}
