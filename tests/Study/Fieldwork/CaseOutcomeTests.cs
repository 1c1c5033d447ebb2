using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Fieldwork.Outcomes;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Kit;
using static SosLongitudinal.Tests.Kit.StudyBuilder;

namespace SosLongitudinal.Tests.Study.Fieldwork;

/// <summary>Which outcome a family counts as at a wave (DOMAIN §3.2).</summary>
public sealed class CaseOutcomeTests
{
    private static CaseOutcome At(FamilyBuilder family, WaveCode wave, string today) => CaseOutcomes.Of(family.Frame, family.State, family.Frame.Design.Wave(wave)!, FamilyBuilder.Day(today));

    private static (OutcomeStanding, OutcomeClass, string) Said(FamilyBuilder family, WaveCode wave, string today) => At(family, wave, today) is var o ? (o.Standing, o.Class, o.Code) : default;

    private static FamilyBuilder EndedBy(EndReason reason, string on) => FamilyBuilder.TakingPart().Interviewed(T1, "2026-03-01").On(on)
        .Does((f, s) => EnrolmentRules.End(f, reason, FamilyBuilder.Day(on), s), "told by the authority");

    [Fact]
    public void Complete_and_part_are_read_off_the_forms_and_part_only_once_nothing_more_can_come()
    {
        var begun = FamilyBuilder.TakingPart().Visited(T1, "2026-03-01").Answered(T1, "parent-questionnaire", "2026-03-01");
        Assert.Equal((OutcomeStanding.InField, default, ""), Said(begun, T1, "2026-03-02"));
        Assert.Equal((OutcomeStanding.Final, OutcomeClass.Partial, "1.2"), Said(begun, T1, "2026-07-01"));
        Assert.Equal((OutcomeStanding.Final, OutcomeClass.Complete, "1.1"), Said(FamilyBuilder.TakingPart().Interviewed(T1, "2026-03-01"), T1, "2026-03-02"));
    }

    [Theory]
    [InlineData("3.18", OutcomeClass.UnknownOther)]
    [InlineData("2.20", OutcomeClass.NonContact)]
    [InlineData("2.112", OutcomeClass.Refusal)]
    [InlineData("2.333", OutcomeClass.Other)]
    [InlineData("3.17", OutcomeClass.UnknownHousehold)]
    public void A_final_disposition_counts_under_its_letter(string code, OutcomeClass letter) =>
        Assert.Equal((OutcomeStanding.Final, letter, code), Said(FamilyBuilder.TakingPart().Lost(T1, Track.Interview, code, "2026-03-01"), T1, "2026-03-01"));

    [Fact]
    public void A_window_that_closed_with_nothing_said_is_unknown_until_somebody_says()
    {
        var family = FamilyBuilder.TakingPart();
        Assert.Equal((OutcomeStanding.InField, default, ""), Said(family, T1, "2026-06-30"));
        Assert.Equal((OutcomeStanding.Undisposed, OutcomeClass.UnknownOther, "3.90"), Said(family, T1, "2026-07-01"));
        Assert.Equal(OutcomeStanding.NotOpen, At(family, T2, "2026-07-01").Standing);
    }

    [Theory]
    [InlineData(EndReason.Died, "2026-04-01", OutcomeClass.NotEligible)] // before Time 2 opened
    [InlineData(EndReason.Died, "2026-09-10", OutcomeClass.Other)] // in it
    [InlineData(EndReason.MovedOutOfScope, "2026-04-01", OutcomeClass.NotEligible)]
    [InlineData(EndReason.FoundIneligible, "2026-09-10", OutcomeClass.NotEligible)]
    [InlineData(EndReason.Withdrew, "2026-04-01", OutcomeClass.Refusal)]
    public void Who_left_before_a_follow_up_wave_was_not_eligible_for_it_and_who_withdrew_refused_it(EndReason reason, string on, OutcomeClass letter) =>
        Assert.Equal((OutcomeStanding.Final, letter), At(EndedBy(reason, on), T2, "2026-11-30") is var o ? (o.Standing, o.Class) : default);

    [Fact]
    public void A_part_that_was_completed_is_not_in_the_sample_of_a_later_wave() => Assert.Equal(OutcomeStanding.NotInSample, At(EndedBy(EndReason.Completed, "2026-04-01"), T2, "2026-11-30").Standing);

    [Fact]
    public void A_consent_withdrawn_before_the_window_closed_is_a_refusal()
    {
        var family = FamilyBuilder.TakingPart().On("2026-02-01").Does((f, _) => EnrolmentRules.Withdraw(f, new([ConsentScope.Interview], WithdrawalExtent.NoFurtherContact, new(2026, 2, 1))));
        Assert.Equal((OutcomeStanding.Final, OutcomeClass.Refusal, "2.112"), Said(family, T1, "2026-02-02"));
    }

    [Fact]
    public void The_gatekeeper_s_no_is_never_issued_and_counts_as_other_among_all_sampled()
    {
        var barred = new FamilyBuilder().Sampled().Does((f, _) => EnrolmentRules.Screen(f, eligible: true, new(2026, 1, 6)))
            .Does((f, _) => EnrolmentRules.DoNotApproach(f, ApproachBar.WorkerDeclined, "team manager", new(2026, 1, 7)));
        Assert.Equal(new(OutcomeStanding.Final, OutcomeClass.Other, "2.36", true, false), At(barred, T1, "2026-07-01"));
        Assert.True(At(FamilyBuilder.TakingPart(), T1, "2026-03-01").IsIssued);
    }

    [Fact]
    public void A_family_that_agreed_and_never_consented_is_issued_at_the_first_wave_only()
    {
        var agreed = new FamilyBuilder().Sampled().With(MemberRole.Child, "2018-03").With(MemberRole.Parent).AgreedToContact();
        Assert.Equal((true, OutcomeStanding.Undisposed), At(agreed, T1, "2026-12-01") is var first ? (first.IsIssued, first.Standing) : default);
        Assert.False(At(agreed, T2, "2026-12-01").IsIssued);
    }

    [Fact]
    public void A_removal_a_closed_case_and_a_change_of_worker_leave_a_family_in_the_field()
    {
        var family = FamilyBuilder.TakingPart().On("2026-02-01")
            .Does((f, _) => CaseRules.Record(f, new(CaseEventKind.Removal, new DateOnly(2026, 2, 1), null, "worker"), new(2026, 2, 1)))
            .Does((f, _) => CaseRules.Record(f, new(CaseEventKind.Closure, new DateOnly(2026, 2, 1), null, "worker"), new(2026, 2, 1)));
        Assert.Equal(OutcomeStanding.InField, At(family, T1, "2026-02-02").Standing);
    }

    [Fact]
    public void Every_disposition_of_the_protocol_is_there_under_its_letter()
    {
        var letters = Dispositions.All.GroupBy(d => d.Class).ToDictionary(g => g.Key, g => string.Join(' ', g.Select(d => d.Code)));
        Assert.Equal("2.11 2.111 2.112 2.12", letters[OutcomeClass.Refusal]);
        Assert.Equal("2.20 2.23 2.24 2.25", letters[OutcomeClass.NonContact]);
        Assert.Equal("2.31 2.32 2.33 2.331 2.332 2.333 2.36", letters[OutcomeClass.Other]);
        Assert.Equal(("3.11 3.17", "3.18 3.90", "4.10 4.70"), (letters[OutcomeClass.UnknownHousehold], letters[OutcomeClass.UnknownOther], letters[OutcomeClass.NotEligible]));
    }
}
