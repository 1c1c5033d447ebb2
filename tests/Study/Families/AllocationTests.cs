using System.Collections.Immutable;
using CsCheck;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Workers;
using SosLongitudinal.Tests.Kit;
using static SosLongitudinal.Tests.Kit.StudyBuilder;

namespace SosLongitudinal.Tests.Study.Families;

public sealed class AllocationTests
{
    private static CaseHolder Named(string name) => new CaseHolder.Named(WorkerOf(name));

    private static Decision<ImmutableArray<FamilyFact>> Asking(FamilyBuilder family, CaseHolder holder, PartialDate from, string? why = null, DateOnly? knownTo = null, string source = "authority") =>
        family.Asks((f, s) => CaseRules.Allocate(f, family.Frame, new(holder, from, source, knownTo), s, family.Today), why);

    private static FamilyBuilder Allocated(FamilyBuilder family, CaseHolder holder, PartialDate from, string? why = "moved team", DateOnly? knownTo = null) =>
        family.Does((f, s) => CaseRules.Allocate(f, family.Frame, new(holder, from, "authority", knownTo), s, family.Today), why);

    private static FamilyBuilder Family(StudyBuilder? study = null) => FamilyBuilder.TakingPart(study?.Frame).On("2026-12-31");

    [Fact]
    public void The_first_holder_needs_no_reason_and_every_change_does()
    {
        var family = Allocated(Family(), Named("amina"), new(2025, 11), why: null);

        Assert.Equal("reason.needed", Asking(family, Named("ben"), new DateOnly(2026, 4, 1)).Refused().Code);
        Assert.Equal("left the authority", Allocated(family, Named("ben"), new DateOnly(2026, 4, 1), "left the authority").State.WorkerSpells[^1].Reason);
    }

    [Fact]
    public void Learning_how_long_a_holder_is_known_is_no_change_of_holder()
    {
        var family = Allocated(Family(), Named("amina"), new DateOnly(2026, 1, 1), null, new(2026, 3, 31));

        Allocated(family, Named("amina"), new DateOnly(2026, 1, 1), null, new(2026, 6, 30));

        Assert.Equal(new DateOnly(2026, 6, 30), Assert.Single(family.State.WorkerSpells).KnownTo);
    }

    [Fact]
    public void A_spell_is_kept_with_the_day_it_was_recorded_apart_from_the_day_it_began()
    {
        var spell = Allocated(Family(), Named("amina"), new(2025)).State.WorkerSpells.Single();

        Assert.Equal((new PartialDate(2025), new DateOnly(2026, 12, 31), "authority"), (spell.From, spell.RecordedOn, spell.Source));
    }

    [Fact]
    public void A_spell_of_the_same_date_corrects_the_one_recorded_before()
    {
        var family = Allocated(Allocated(Family(), Named("amina"), new(2025)), Named("ben"), new DateOnly(2026, 4, 1));

        Allocated(family, Named("cass"), new DateOnly(2026, 4, 1), "the list was wrong");

        Assert.Equal([Named("amina"), Named("cass")], family.State.WorkerSpells.Select(s => s.Holder));
    }

    [Fact]
    public void An_allocation_that_cannot_be_is_refused()
    {
        var family = Family(new StudyBuilder().Worker("dan", Employment.Permanent, left: "2026-02-01")).On("2026-12-31");

        Assert.Equal("date.future", Asking(family, Named("amina"), new DateOnly(2027, 1, 1)).Refused().Code);
        Assert.Equal("worker.unknown", Asking(family, Named("nobody"), new DateOnly(2026, 1, 1)).Refused().Code);
        Assert.Equal("worker.has-left", Asking(family, Named("dan"), new DateOnly(2026, 2, 1)).Refused().Code);
        Assert.Equal("case.known-to", Asking(family, Named("amina"), new DateOnly(2026, 2, 1), knownTo: new(2026, 1, 31)).Refused().Code);
        Assert.Equal("case.label", Asking(family, new CaseHolder.Unidentified(""), new DateOnly(2026, 2, 1)).Refused().Code);
        Assert.Equal("case.source", Asking(family, Named("amina"), new DateOnly(2026, 2, 1), source: "").Refused().Code);
        Assert.Single(Asking(family, Named("dan"), new DateOnly(2026, 1, 31)).Accepted());
    }

    [Fact]
    public void Case_events_are_recorded_once_and_only_of_members()
    {
        var family = Family();
        var removal = new FamilyFact.CaseEventRecorded(CaseEventKind.Removal, new(2026, 5), family.Child, "case file");
        family.Does((f, _) => CaseRules.Record(f, removal, family.Today));

        Assert.Empty(family.Asks((f, _) => CaseRules.Record(f, removal, family.Today)).Accepted());
        Assert.Equal("member.unknown", family.Asks((f, _) => CaseRules.Record(f, removal with { Child = family.MemberOf('C', 9) }, family.Today)).Refused().Code);
        Assert.Equal("date.future", family.Asks((f, _) => CaseRules.Record(f, removal with { On = new(2027) }, family.Today)).Refused().Code);
    }

    [Fact]
    public void Spells_stand_in_order_one_to_a_date_whatever_order_they_are_recorded_in() =>
        Gen.Select(Some.CaseHolder, Some.DayOf2026.SelectMany(Some.AsKnown)).List[1, 8].Sample(spells =>
        {
            var family = spells.Aggregate(Family(), (f, s) => Allocated(f, s.Item1, s.Item2));
            var held = family.State.WorkerSpells;
            var again = Asking(family, spells[^1].Item1, spells[^1].Item2, "asked twice").Accepted();
            return held.SequenceEqual(held.OrderBy(s => s.From.Earliest)) && held.Select(s => s.From).Distinct().Count() == held.Length
                && held.Any(s => (s.Holder, s.From) == spells[^1]) && again.IsEmpty;
        }, iter: 100);
}
