using SosLongitudinal.Analysis.Results;
using SosLongitudinal.Analysis.Statistics;
using SosLongitudinal.Analysis.Workers;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Tests.Kit.Sketches;

namespace SosLongitudinal.Tests.Analysis;

public sealed class WorkerChangeTests
{
    private static FamilySketch Same(string seed, int before, int? after, string site = "ashmere", int agree = 3) =>
        Second(new FamilySketch(seed, site).Held(StudySketch.Permanent, "2015-06-01").Interviewed(StudySketch.T1, "2016-02-01", before), after, agree);

    private static FamilySketch Changed(string seed, int before, int? after, string site = "ashmere", string on = "2016-04-01") =>
        Second(new FamilySketch(seed, site).Held(StudySketch.Permanent, "2015-06-01").Held(StudySketch.Agency, on).Interviewed(StudySketch.T1, "2016-02-01", before), after, 1);

    private static FamilySketch Second(FamilySketch family, int? after, int agree) =>
        after is { } total ? family.Interviewed(StudySketch.T2, "2016-08-20", total, agree) : family.Lost(StudySketch.T2, "2.11");

    private static WorkerChangeGroup Group(WorkerChangeResult result, string group, string by = "worker change") => result.Groups.Single(g => g.By == by && g.Group == group);

    [Fact]
    public void A_change_is_counted_alike_for_the_kept_and_the_lost()
    {
        // after six months but before the second interview: it is outside the months counted, for both
        var result = FamilyTables.WorkerChange([Changed("kept", 10, 8), Changed("lost", 10, null), Changed("late-kept", 10, 8, on: "2016-08-10"), Changed("late-lost", 10, null, on: "2016-08-10")]);
        Assert.Equal((2, new Rate(1, 2)), (Group(result, "one").Families, Group(result, "one").Kept));
        Assert.Equal((2, new Rate(1, 2)), (Group(result, "none").Families, Group(result, "none").Kept));
    }

    [Fact]
    public void The_groups_means_and_their_difference_are_as_by_hand()
    {
        var result = FamilyTables.WorkerChange([Same("a", 10, 8), Same("b", 12, 8), Same("c", 14, 8), Changed("d", 10, 11), Changed("e", 12, 15), Changed("f", 9, 14)]);
        var (none, one) = (Group(result, "none"), Group(result, "one"));
        Assert.Equal((3, -4.0, 2.0), (none.Paired, none.Change.Mean!.Value, none.Change.Sd!.Value));
        Assert.Equal((3, 3.0, 2.0), (one.Paired, one.Change.Mean!.Value, one.Change.Sd!.Value));
        Assert.Null(none.Against);
        Assert.Equal((7.0, 4.0), (one.Against!.Value, Math.Round(one.Against.Df, 9)));
        // t(0.975, 4) = 2.776445, standard error sqrt(4/3 + 4/3)
        Assert.Equal(7 - 2.776445 * Math.Sqrt(8 / 3.0), one.Against.Low, 4);
        Assert.Equal((18.0, 6.0), (none.Agreement.Mean!.Value, one.Agreement.Mean!.Value));
        Assert.Equal(new Rate(3, 3), none.KnowGoals);
        Assert.Equal("yes", Group(result, "yes", "any agency").Group);
        Assert.Equal(3, Group(result, "yes", "any agency").Families);
    }

    [Fact]
    public void Sites_are_compared_within_themselves_with_t_on_one_less_than_their_number()
    {
        var result = FamilyTables.WorkerChange(
            [Same("a", 10, 10), Changed("b", 10, 12), Same("c", 10, 6, "brackwell"), Changed("d", 10, 12, "brackwell")]);
        var one = Group(result, "one");
        Assert.Equal((2, 4.0, 1.0), (one.Sites, one.AgainstWithinSites!.Value, one.AgainstWithinSites.Df));
        Assert.Equal(12.7062 * Math.Sqrt(8) / Math.Sqrt(2), one.AgainstWithinSites.High - 4, 3);
    }

    [Fact]
    public void Pairs_that_mix_respondents_or_forms_are_counted_and_left_out()
    {
        var split = new FamilySketch("split").Held(StudySketch.Permanent, "2015-06-01").Interviewed(StudySketch.T1, "2016-02-01", 10);
        split.Interviewed(StudySketch.T2, "2016-08-03", 2, by: split.Join(MemberRole.Parent));
        var mixed = new FamilySketch("mixed").Held(StudySketch.Permanent, "2015-06-01").Interviewed(StudySketch.T1, "2016-02-01", 10)
            .Visited(StudySketch.T2, "2016-08-03").Sdq(StudySketch.T2, "2016-08-03", 3, instrument: "sdq-p-4-17-followup");
        var none = Group(FamilyTables.WorkerChange([split, mixed, Same("same", 10, 9)]), "none");
        Assert.Equal((3, 1, 1, 1), (none.Families, none.Paired, none.MixedRespondent, none.MixedForm));
        Assert.Equal(-1.0, none.Change.Mean);
    }

    [Fact]
    public void Closed_unallocated_and_not_known_are_groups_of_their_own_and_open_counting_is_in_none()
    {
        FamilyState[] families =
        [
            Same("closed", 10, 9).Held(new CaseHolder.Closed(), "2016-05-01"),
            Same("unallocated", 10, 9).Held(new CaseHolder.Unallocated(), "2016-05-01"),
            Same("unknown", 10, 9).Held(new CaseHolder.NotKnown(), "2016-05-01"),
        ];
        var result = FamilyTables.WorkerChange(families);
        Assert.All(["closed", "unallocated", "not-known"], group => Assert.Equal(1, Group(result, group).Families));
        Assert.Equal(0, Group(result, "none").Families);
        Assert.Equal("not-known", Assert.Single(result.Groups, g => g is { By: "any agency", Families: 1 }).Group);
        var early = FamilyTables.WorkerChange([new FamilySketch("early").Interviewed(StudySketch.T1, "2016-02-01")], new(2016, 6, 1));
        Assert.Equal((1, 0), (early.NotOver, early.Groups.Sum(g => g.Families)));
    }

    [Fact]
    public void Nothing_varies_and_nothing_is_claimed()
    {
        Assert.Null(Difference.Welch(Moments.Of([1.0, 1.0]), Moments.Of([2.0, 2.0])));
        Assert.Null(Difference.Welch(Moments.Of([1.0]), Moments.Of([2.0, 3.0])));
        Assert.Null(Moments.StandardisedDifference(Moments.Of([]), Moments.Of([2.0, 3.0])));
        Assert.Null(Difference.OfSites([1.5]));
    }
}
