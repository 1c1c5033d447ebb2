using System.Collections.Immutable;
using CsCheck;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Workers;
using SosLongitudinal.Tests.Kit;
using static SosLongitudinal.Tests.Kit.StudyBuilder;

namespace SosLongitudinal.Tests.Study.Workers;

public sealed class ReassignmentTests
{
    private static readonly DateOnly Leaving = new(2026, 5, 4);

    private static FamilyBuilder HeldByAmina(PartialDate since)
    {
        var family = FamilyBuilder.TakingPart().On("2026-12-31");
        return family.Does((f, s) => CaseRules.Allocate(f, family.Frame, new(new CaseHolder.Named(WorkerOf("amina")), since, "authority", null), s, family.Today));
    }

    private static Decision<ImmutableArray<FamilyFact>> Asking(FamilyBuilder family, string from, string? to, DateOnly on, string? why = "left the authority") => family.Asks(
        (f, s) => CaseRules.Reassign(f, family.Frame, WorkerOf(from), to is null ? null : WorkerOf(to), on, "duty team", s, family.Today), why);

    [Fact]
    public void A_family_goes_from_the_worker_who_holds_it_to_another_or_to_nobody()
    {
        var family = HeldByAmina(new DateOnly(2026, 1, 5));

        Assert.Equal(new FamilyFact.WorkerAllocated(new CaseHolder.Named(WorkerOf("ben")), Leaving, "duty team", null), Assert.Single(Asking(family, "amina", "ben", Leaving).Accepted()));
        Assert.Equal(new CaseHolder.Unallocated(), Assert.IsType<FamilyFact.WorkerAllocated>(Assert.Single(Asking(family, "amina", null, Leaving).Accepted())).Holder);
    }

    [Fact]
    public void A_family_that_somebody_else_holds_by_now_is_left_alone() =>
        Assert.Equal("case.not-held", Asking(HeldByAmina(new DateOnly(2026, 1, 5)), "ben", "cass", Leaving).Refused().Code);

    [Fact]
    public void A_family_cannot_go_before_it_came_but_may_have_come_on_an_unknown_day_of_the_year()
    {
        Assert.Equal("case.held-only-since", Asking(HeldByAmina(Leaving), "amina", "ben", Leaving).Refused().Code);
        Assert.Single(Asking(HeldByAmina(new PartialDate(2026)), "amina", "ben", Leaving).Accepted());
    }

    [Fact]
    public void Every_family_keeps_the_reason_so_one_is_needed() =>
        Assert.Equal("reason.needed", Asking(HeldByAmina(new DateOnly(2026, 1, 5)), "amina", "ben", Leaving, why: " ").Refused().Code);

    [Fact]
    public void Families_shared_out_leave_no_two_of_the_workers_further_apart_than_they_were_or_by_more_than_one() =>
        Gen.Select(Gen.Int[0, 40], Gen.Int[0, 12].Array[1, 6]).Sample((families, holds) =>
        {
            var workers = holds.Select((h, i) => (Worker: WorkerId.From($"w{i}"), Holds: h)).ToList();
            var ids = Enumerable.Range(0, families).Select(i => FamilyId.From($"f{i}")).ToList();

            var shared = ReassignmentRules.Share(ids, workers);

            Assert.Equal(ids, shared.Select(s => s.Family));
            var after = workers.Select(w => w.Holds + shared.Count(s => s.To == w.Worker)).ToList();
            Assert.True(after.Max() - after.Min() <= Math.Max(1, holds.Max() - holds.Min()));
            Assert.All(workers.Zip(after).Where(w => w.Second > w.First.Holds), w => Assert.True(w.Second <= after.Min() + 1));
        });

    [Fact]
    public void Nobody_to_share_among_shares_nothing() => Assert.Empty(ReassignmentRules.Share([FamilyId.From("f")], []));
}
