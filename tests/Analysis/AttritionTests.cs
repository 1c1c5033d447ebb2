using CsCheck;
using SosLongitudinal.Analysis.Attrition;
using SosLongitudinal.Analysis.Results;
using SosLongitudinal.Extracts.Reading;
using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Kit.Sketches;

namespace SosLongitudinal.Tests.Analysis;

public sealed class AttritionTests
{
    private static readonly DateOnly InWindow = new(2016, 8, 5);

    private static FamilySketch First(string seed, int total = 10, string site = "ashmere") =>
        new FamilySketch(seed, site).Held(StudySketch.Permanent, "2015-06-01").Interviewed(StudySketch.T1, "2016-02-01", total);

    private static FamilySketch Both(string seed, int total = 10, string site = "ashmere") => First(seed, total, site).Interviewed(StudySketch.T2, "2016-08-02", total - 2);

    private static int Families(AttritionResult result, string code) => result.Flow.Single(f => f.Code == code).Families;

    private static AttritionGroup All(AttritionResult result) => result.Groups.Single(g => g.By == "all");

    [Fact]
    public void A_removal_a_move_a_closed_case_and_a_change_of_worker_are_never_a_loss()
    {
        var eventful = Both("eventful")
            .Say(new FamilyFact.CaseEventRecorded(CaseEventKind.Removal, new DateOnly(2016, 4, 1), null, "record"))
            .Say(new FamilyFact.Moved(new("brackwell"), new DateOnly(2016, 5, 1)))
            .Held(StudySketch.Agency, "2016-03-01").Held(new CaseHolder.Closed(), "2016-06-01");
        var waiting = First("waiting").Say(new FamilyFact.CaseEventRecorded(CaseEventKind.Removal, new DateOnly(2016, 4, 1), null, "record")).Held(new CaseHolder.Closed(), "2016-06-01");
        var result = FamilyTables.Attrition([eventful, waiting], InWindow);
        Assert.Empty(result.Losses);
        Assert.Equal((1, 1), (All(result).Interviewed, All(result).InField));
    }

    [Fact]
    public void Percentages_are_over_closed_windows_only_and_print_their_base()
    {
        var early = First("early-refusal").Lost(StudySketch.T2, "2.112");
        var whileOpen = FamilyTables.Attrition([Both("a"), early], InWindow);
        Assert.Equal(new Rate(0, 0), All(whileOpen).Kept);
        Assert.Equal((1, 1), (All(whileOpen).Interviewed, All(whileOpen).Lost));
        var after = FamilyTables.Attrition([Both("a"), early]);
        Assert.Equal(new Rate(1, 2), All(after).Kept);
        Assert.Equal(new Rate(1, 2), Assert.Single(after.Losses).OfClosed);
        Assert.Equal(LossGroup.Cooperation, after.Losses[0].Group);
    }

    [Fact]
    public void Not_yet_due_died_overdue_and_time_2_without_time_1_have_rows_of_their_own()
    {
        var died = First("died").Say(new FamilyFact.Ended(EndReason.Died, new(2016, 5, 1)));
        var overdue = First("overdue");
        var only = new FamilySketch("only").Lost(StudySketch.T1, "2.20").Interviewed(StudySketch.T2, "2016-09-01");
        var result = FamilyTables.Attrition([died, overdue, only, Both("kept")]);
        Assert.Equal(1, Families(result, "t2.died-or-ineligible"));
        Assert.Equal(1, Families(result, "t2.no-disposition"));
        Assert.Equal(1, Families(result, "t2.only"));
        Assert.Equal(1, Families(result, "t1.lost"));
        Assert.Equal(new Rate(1, 2), All(result).Kept);
        Assert.Equal(1, Families(FamilyTables.Attrition([First("soon")], new(2016, 5, 1)), "t2.not-yet-due"));
    }

    [Fact]
    public void Who_withdrew_before_the_wave_is_lost_at_cooperation_and_not_merely_no_longer_due()
    {
        var ended = First("ended").Say(new FamilyFact.Ended(EndReason.Withdrew, new(2016, 4, 1)));
        var scope = First("scope").Say(new FamilyFact.ConsentWithdrawn([ConsentScope.Interview], WithdrawalExtent.NoFurtherContact, new(2016, 4, 1)));
        var result = FamilyTables.Attrition([ended, scope]);
        Assert.Equal((LossGroup.Cooperation, 2), (Assert.Single(result.Losses).Group, result.Losses[0].Families));
    }

    [Fact]
    public void The_three_steps_multiply_to_the_rate_kept()
    {
        var result = FamilyTables.Attrition([Both("a"), Both("b"), First("c").Lost(StudySketch.T2, "3.18"), First("d").Lost(StudySketch.T2, "2.20"), First("e").Lost(StudySketch.T2, "2.11"), First("f")]);
        Assert.Equal([new Rate(5, 6), new Rate(4, 5), new Rate(3, 4), new Rate(2, 3)], result.Steps.Select(s => s.Passed));
        Assert.Equal(2 / 6.0, result.Steps.Aggregate(1.0, (p, s) => p * s.Passed.Count / s.Passed.Base), 12);
    }

    [Fact]
    public void The_kept_and_the_lost_are_compared_on_the_score_they_began_with()
    {
        var result = FamilyTables.Attrition(
            [Both("a", 10), Both("b", 12), Both("c", 14), First("d", 16).Lost(StudySketch.T2, "2.11"), First("e", 20).Lost(StudySketch.T2, "3.18")]);
        Assert.Equal((3, 12.0, 2.0), (result.Score.Kept.N, result.Score.Kept.Mean!.Value, result.Score.Kept.Sd!.Value));
        Assert.Equal((2, 18.0), (result.Score.Lost.N, result.Score.Lost.Mean!.Value));
        Assert.Equal(6 / Math.Sqrt((2 * 4 + 1 * 8) / 3.0), result.Score.StandardisedDifference!.Value, 10);
    }

    [Fact]
    public void A_split_family_is_kept_as_a_family_but_not_as_a_respondent()
    {
        var split = First("split");
        var father = split.Join(MemberRole.Parent, on: new(2016, 1, 10));
        split.Interviewed(StudySketch.T2, "2016-08-03", by: father);
        var units = FamilyTables.Attrition([split, Both("same")]).Units;
        Assert.Equal((new Rate(2, 2), 0), (units.Single(u => u.Unit == "family").Again, units.Single(u => u.Unit == "family").AfterOnly));
        Assert.Equal((new Rate(1, 2), 1), (units.Single(u => u.Unit == "respondent").Again, units.Single(u => u.Unit == "respondent").AfterOnly));
        Assert.Equal(new Rate(2, 2), units.Single(u => u is { Unit: "child", Label: var l } && l.Contains("parent", StringComparison.Ordinal)).Again);
    }

    [Fact]
    public void Every_line_of_the_flow_adds_up_to_the_line_above() =>
        Gen.Int[0, 9].Array[0, 40].Sample(kinds =>
        {
            var result = FamilyTables.Attrition([.. kinds.Select(Some)]);
            return result.Flow.GroupBy(f => f.Parent).Where(g => g.Key is not null).All(g => Families(result, g.Key!) == g.Sum(f => f.Families))
                && result.Groups.GroupBy(g => g.By).All(by => by.Sum(g => g.InterviewedBefore) == Families(result, "t1.interviewed"))
                && result.Groups.All(g => g.InterviewedBefore == g.Interviewed + g.Lost + g.NotYetDue + g.InField + g.DiedOrIneligible + g.NotDue + g.NoDisposition)
                && result.Groups.All(g => g.Kept.Base == g.Kept.Count + g.LostOfClosed.Count + g.NoDispositionOfClosed.Count);
        }, iter: 60);

    private static FamilyState Some(int kind, int at)
    {
        var (seed, site) = ($"p{at}", at % 2 == 0 ? "ashmere" : "brackwell");
        return kind switch
        {
            0 => new FamilySketch(seed, site, consented: false),
            1 => new FamilySketch(seed, site, consented: false).Say(new FamilyFact.Screened(false, new(2016, 1, 5))),
            2 => new FamilySketch(seed, site).Lost(StudySketch.T1, "2.11"),
            3 => First(seed, at % 30, site).Lost(StudySketch.T2, "3.18"),
            4 => First(seed, at % 30, site).Say(new FamilyFact.Ended(EndReason.Completed, new(2016, 3, 1))),
            5 => First(seed, at % 30, site).Say(new FamilyFact.Ended(EndReason.FoundIneligible, new(2016, 3, 1))),
            6 => First(seed, at % 30, site),
            7 => new FamilySketch(seed, site).Interviewed(StudySketch.T2, "2016-09-01"),
            8 => new FamilySketch(seed, site, consented: false).Say(new FamilyFact.Screened(true, new(2016, 1, 5))),
            _ => Both(seed, 2 + at % 30, site),
        };
    }
}
