using SosLongitudinal.Study.Families;
using SosLongitudinal.Tests.Kit.Sketches;

namespace SosLongitudinal.Tests.Study.Families;

public sealed class ContinuityTests
{
    private static readonly DateOnly From = new(2016, 2, 1);
    private static readonly DateOnly To = new(2016, 8, 1);

    private static Continuity Of(FamilySketch family) => Continuity.Between(family.State.WorkerSpells, From, To, StudySketch.Frame.Worker);

    [Fact]
    public void Who_left_and_came_back_counts_once_and_each_handing_over_is_a_change()
    {
        var seen = Of(new FamilySketch("back").Held(StudySketch.Permanent, "2015-01-01").Held(StudySketch.Third, "2016-03-01").Held(StudySketch.Permanent, "2016-05-01"));
        Assert.Equal((WorkerChange.TwoOrMore, 2, 2, 0, (bool?)false), (seen.Change, seen.DistinctWorkers, seen.Changes, seen.DaysWithout, seen.AnyAgency));
    }

    [Fact]
    public void Agency_is_not_known_where_it_is_not_known_who_held_the_case()
    {
        Assert.Null(Of(new FamilySketch("gap").Held(StudySketch.Permanent, "2015-01-01").Held(new CaseHolder.NotKnown(), "2016-03-01")).AnyAgency);
        Assert.Null(Of(new FamilySketch("nobody-said")).AnyAgency);
        Assert.True(Of(new FamilySketch("known-part").Held(StudySketch.Agency, "2015-01-01").Held(new CaseHolder.NotKnown(), "2016-03-01")).AnyAgency);
    }

    [Fact]
    public void Before_and_after_the_window_nothing_counts()
    {
        var seen = Of(new FamilySketch("outside").Held(StudySketch.Agency, "2015-01-01").Held(StudySketch.Permanent, "2016-02-01").Held(StudySketch.Agency, "2016-08-02"));
        Assert.Equal((WorkerChange.None, 1, (bool?)false), (seen.Change, seen.DistinctWorkers, seen.AnyAgency));
    }

    [Fact]
    public void A_source_that_vouches_for_less_than_the_window_makes_it_not_known() =>
        Assert.Equal(WorkerChange.NotKnown, Of(new FamilySketch("vouched").Held(new CaseHolder.Named(StudySketch.Permanent), "2015-01-01", new DateOnly(2016, 6, 1))).Change);
}
