using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Kit;
using static SosLongitudinal.Tests.Kit.StudyBuilder;

namespace SosLongitudinal.Tests.Study.Forms;

public sealed class FormLockTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 4, 12, 0, 0, TimeSpan.Zero);

    private static FamilyBuilder Answered() => FamilyBuilder.TakingPart().Answered(T1, "sdq-p-4-17", "2026-03-01");

    private static FormPlace Sdq(FamilyBuilder family) => family.State.Forms[0].Place;

    [Fact]
    public void A_locked_form_says_who_locked_it_and_when_until_it_is_unlocked()
    {
        var family = Answered();
        Assert.Null(FormLocks.Fault(family.State, Small, Sdq(family)));

        family.On("2026-03-04").Does((f, s) => FormLocks.Lock(f, Sdq(family), s), "checked against the paper");
        var fault = FormLocks.Fault(family.State, Small, Sdq(family))!;
        Assert.Equal("form.locked", fault.Code);
        Assert.Contains("researcher@example.org on 4 March 2026 at 12:00 UTC (checked against the paper)", fault.Sentence);

        family.Does((f, s) => FormLocks.Unlock(f, Sdq(family), s), "the paper was misread");
        Assert.Null(FormLocks.Fault(family.State, Small, Sdq(family)));
        var was = Assert.Single(family.State.FormAt(Sdq(family))!.Trail!.Locks);
        Assert.Equal("the paper was misread", was.Unlocked!.Why);
    }

    [Fact]
    public void Locking_needs_a_reason_and_locking_twice_is_locking_once()
    {
        var family = Answered();
        Assert.Equal("reason.needed", family.Asks((f, s) => FormLocks.Lock(f, Sdq(family), s)).Refused().Code);
        Assert.Equal("reason.needed", family.Does((f, s) => FormLocks.Lock(f, Sdq(family), s), "final").Asks((f, s) => FormLocks.Unlock(f, Sdq(family), s)).Refused().Code);
        Assert.Empty(family.Asks((f, s) => FormLocks.Lock(f, Sdq(family), s), "final").Accepted());
        Assert.Equal("form.none", family.Asks((f, s) => FormLocks.Lock(f, Sdq(family) with { Wave = T2 }, s), "final").Refused().Code);
    }

    [Fact]
    public void No_form_comes_to_a_frozen_wave_and_none_of_it_changes()
    {
        var family = FamilyBuilder.TakingPart();
        var frozen = Small with { Design = Frozen(Small.Design, T1, Noon) };
        family.On("2026-03-05");

        var refused = family.Asks((f, s) => FormRules.Enter(f, frozen, family.Entry(T1, "sdq-p-4-17", "2026-03-01"), s)).Refused();
        Assert.Equal("wave.frozen", refused.Code);
        Assert.Contains("Time 1 was frozen by admin@example.org on 4 March 2026 at 12:00 UTC (released)", refused.Sentence);
        Assert.Equal("wave.frozen", family.Asks((f, s) => FormRules.MarkNotAchieved(f, frozen, family.Entry(T1, "sdq-p-4-17", "2026-03-01").Place, NotAchievedReason.Lost, new(2026, 3, 1), s)).Refused().Code);
    }

    [Fact]
    public void What_was_sent_before_the_freeze_is_asked_as_of_its_own_time()
    {
        var family = FamilyBuilder.TakingPart();
        var design = Frozen(Small.Design, T1, Noon);
        var thawed = design.FreezeOf(T1)! with { Thawed = new("admin@example.org", Noon.AddDays(2), "an error was found") };

        Assert.Null(design.FreezeOf(T1, Noon.AddSeconds(-1)));
        Assert.NotNull(design.FreezeOf(T1, Noon));
        Assert.True(thawed.IsOn(Noon.AddDays(1)));
        Assert.False(thawed.IsOn(Noon.AddDays(2)));
        Assert.Null(FormLocks.Fault(family.State, Small with { Design = design }, family.Entry(T1, "sdq-p-4-17", "2026-03-01").Place, Noon.AddMinutes(-1)));
    }

    [Fact]
    public void Freezing_and_thawing_are_recorded_with_their_reasons()
    {
        var stamp = new Stamp(new("freeze"), "admin@example.org", Noon);
        Assert.Equal("reason.needed", FreezeRules.Freeze(Small.Design, T1, stamp).Refused().Code);
        Assert.Equal("study.unknown-wave", FreezeRules.Freeze(Small.Design, new("t9"), stamp with { Why = "released" }).Refused().Code);
        Assert.Empty(FreezeRules.Thaw(Small.Design, T1, stamp).Accepted());

        var frozen = Frozen(Small.Design, T1, Noon);
        Assert.Empty(FreezeRules.Freeze(frozen, T1, stamp with { Why = "again" }).Accepted());
        var thawed = StudyFact.Fold(frozen, new(new(frozen.Version + 1, Noon.AddDays(1), "admin@example.org", new("thaw"), ""), FreezeRules.Thaw(frozen, T1, stamp with { Why = "an error" }).Accepted().Single(), "an error"));
        Assert.Null(thawed.FreezeOf(T1));
        Assert.Equal("an error", Assert.Single(thawed.Freezes).Thawed!.Why);
    }

    private static StudyDesign Frozen(StudyDesign design, WaveCode wave, DateTimeOffset at)
    {
        var stamp = new Stamp(new("freeze"), "admin@example.org", at, "released");
        return FreezeRules.Freeze(design, wave, stamp).Accepted().Aggregate(design, (d, fact) => StudyFact.Fold(d, new(new(d.Version + 1, at, stamp.By, stamp.Operation, ""), fact, stamp.Why)));
    }
}
