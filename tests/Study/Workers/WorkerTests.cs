using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Workers;
using SosLongitudinal.Tests.Kit;

namespace SosLongitudinal.Tests.Study.Workers;

public sealed class WorkerTests
{
    private static readonly WorkerFact.Registered Agency = new("A. Example", StudyBuilder.Ashmere, "North", Employment.Agency, new(2025, 6, 1));

    private static SocialWorker After(params IEnumerable<WorkerFact> facts) =>
        facts.Aggregate(new SocialWorker(StudyBuilder.WorkerOf("a")), (w, f) => SocialWorker.Fold(w, new(new(1, default, "", default, ""), f, null)));

    private static SocialWorker TurnedPermanent() => After(Agency, new WorkerFact.EmploymentChanged(Employment.Permanent, new(2026, 1, 1)));

    [Fact]
    public void Terms_hold_from_their_day_until_the_next()
    {
        var worker = TurnedPermanent();

        Assert.Equal((Employment.NotKnown, Employment.Agency, Employment.Agency, Employment.Permanent),
            (worker.EmploymentOn(new(2025, 5, 31)), worker.EmploymentOn(new(2025, 6, 1)), worker.EmploymentOn(new(2025, 12, 31)), worker.EmploymentOn(new(2026, 1, 1))));
    }

    [Theory]
    [InlineData("2025-07-01", "2025-08-01", true)]
    [InlineData("2025-12-31", "2026-03-01", true)]  // one day is enough
    [InlineData("2026-01-01", "2026-03-01", false)]
    [InlineData("2025-05-01", "2025-05-31", null)]  // before anything is known
    [InlineData("2025-05-01", "2025-06-01", true)]  // known to be so on one day, whatever was before
    public void Whether_they_were_agency_staff_between_two_days_is_yes_no_or_not_known(string from, string to, bool? agency) =>
        Assert.Equal(agency, TurnedPermanent().AgencyBetween(FamilyBuilder.Day(from), FamilyBuilder.Day(to)));

    [Fact]
    public void Terms_that_are_not_known_are_never_taken_for_permanent() =>
        Assert.Null(After(Agency with { Employment = Employment.NotKnown }).AgencyBetween(new(2025, 7, 1), new(2025, 8, 1)));

    [Fact]
    public void A_change_recorded_late_takes_its_place_by_date() =>
        Assert.Equal([Employment.Agency, Employment.NotKnown, Employment.Permanent],
            After(Agency, new WorkerFact.EmploymentChanged(Employment.Permanent, new(2026, 1, 1)), new WorkerFact.EmploymentChanged(Employment.NotKnown, new(2025, 9, 1))).Spells.Select(s => s.Employment));

    [Fact]
    public void A_worker_is_registered_once_works_until_they_leave_and_leaves_after_they_started()
    {
        var worker = After(Agency);
        var left = After(Agency, new WorkerFact.Left(new(2026, 2, 1)));

        Assert.Equal("worker.taken", WorkerRules.Register(worker, Agency).Refused().Code);
        Assert.Equal("worker.name", WorkerRules.Register(After(), Agency with { Name = " " }).Refused().Code);
        Assert.Equal("worker.team", WorkerRules.Register(After(), Agency with { Team = new('x', 81) }).Refused().Code);
        Assert.Equal("worker.unknown", WorkerRules.Leave(After(), new(2026, 2, 1)).Refused().Code);
        Assert.Equal("worker.left-before-start", WorkerRules.Leave(worker, new(2025, 5, 31)).Refused().Code);
        Assert.Equal("worker.has-left", WorkerRules.ChangeEmployment(left, Employment.Permanent, new(2026, 2, 1)).Refused().Code);
        Assert.Empty(WorkerRules.Leave(left, new(2026, 2, 1)).Accepted());
        Assert.Empty(WorkerRules.ChangeEmployment(worker, Employment.Agency, new(2025, 6, 1)).Accepted());
    }
}
