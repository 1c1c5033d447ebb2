using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Kit;
using static SosLongitudinal.Tests.Kit.StudyBuilder;

namespace SosLongitudinal.Tests.Study.Fieldwork;

/// <summary>Three tracks a wave: each is due, achieved and lost on its own.</summary>
public sealed class DueStateTests
{
    private static DueState State(FamilyBuilder family, WaveCode wave, Track track, string today) =>
        DueList.Of(family.Frame, family.State, FamilyBuilder.Day(today)).Single(t => (t.Wave, t.Track) == (wave, track)).State;

    private static (DueState Interview, DueState Teacher, DueState CaseRecord) States(FamilyBuilder family, WaveCode wave, string today) =>
        (State(family, wave, Track.Interview, today), State(family, wave, Track.Teacher, today), State(family, wave, Track.CaseRecord, today));

    [Theory]
    [InlineData("2026-08-31", DueState.NotOpen)]
    [InlineData("2026-09-03", DueState.Open)] // the target is 1 October
    [InlineData("2026-11-11", DueState.Open)]
    [InlineData("2026-11-12", DueState.ClosingSoon)]
    [InlineData("2026-11-26", DueState.ClosingSoon)] // the last day is inside
    [InlineData("2026-11-27", DueState.Overdue)]
    public void A_wave_goes_from_not_open_to_overdue_at_the_edges_of_its_window(string today, DueState state) =>
        Assert.Equal((state, state, state), States(FamilyBuilder.TakingPart(), T2, today));

    [Fact]
    public void Nothing_is_due_of_a_family_before_it_consents()
    {
        var agreed = new FamilyBuilder().Sampled().With(MemberRole.Child, "2018-03").With(MemberRole.Parent).AgreedToContact();

        Assert.All(DueList.Of(agreed.Frame, agreed.State, new(2026, 3, 1)), t => Assert.Equal(DueState.NotDue, t.State));
    }

    [Fact]
    public void Each_track_is_achieved_by_its_own_forms()
    {
        var family = FamilyBuilder.TakingPart().With(MemberRole.Teacher);
        Assert.Equal((DueState.Open, DueState.Open, DueState.Open), States(family, T1, "2026-03-01"));

        family.Interviewed(T1, "2026-03-01");
        Assert.Equal((DueState.Achieved, DueState.Open, DueState.Open), States(family, T1, "2026-03-01"));

        family.Answered(T1, "case-record", "2026-03-02");
        Assert.Equal((DueState.Achieved, DueState.Open, DueState.Achieved), States(family, T1, "2026-03-02"));

        family.Answered(T1, "sdq-t-4-17", "2026-03-03");
        Assert.Equal((DueState.Achieved, DueState.Achieved, DueState.Achieved), States(family, T1, "2026-03-03"));
    }

    [Fact]
    public void A_case_record_stays_due_when_the_interview_is_lost()
    {
        var lost = FamilyBuilder.TakingPart().Lost(T1, Track.Interview, "2.11", "2026-02-01");

        Assert.Equal((DueState.Lost, DueState.Open), (State(lost, T1, Track.Interview, "2026-02-02"), State(lost, T1, Track.CaseRecord, "2026-02-02")));
        Assert.Equal(DueState.Overdue, State(lost, T1, Track.CaseRecord, "2026-07-01"));
    }

    [Fact]
    public void A_case_record_stays_due_when_the_interview_s_consent_is_withdrawn_but_not_when_its_own_is()
    {
        var family = FamilyBuilder.TakingPart().On("2026-02-01").Does((f, _) => EnrolmentRules.Withdraw(f, new([ConsentScope.Interview], WithdrawalExtent.NoFurtherContact, new(2026, 2, 1))));
        Assert.Equal((DueState.NotDue, DueState.Open), (State(family, T1, Track.Interview, "2026-02-02"), State(family, T1, Track.CaseRecord, "2026-02-02")));

        family.Does((f, _) => EnrolmentRules.Withdraw(f, new([ConsentScope.CaseFile], WithdrawalExtent.NoFurtherUse, new(2026, 2, 1))));
        Assert.Equal(DueState.NotDue, State(family, T1, Track.CaseRecord, "2026-02-02"));
    }

    [Fact]
    public void What_was_achieved_stays_achieved_when_its_consent_is_withdrawn_later()
    {
        var family = FamilyBuilder.TakingPart().Interviewed(T1, "2026-03-01").Answered(T1, "case-record", "2026-03-02")
            .On("2026-04-01").Does((f, _) => EnrolmentRules.Withdraw(f, new([ConsentScope.Interview, ConsentScope.CaseFile], WithdrawalExtent.NoFurtherContact, new(2026, 4, 1))));

        Assert.Equal((DueState.Achieved, DueState.Open, DueState.Achieved), States(family, T1, "2026-04-01"));
        Assert.Equal(DueState.NotDue, State(family, T2, Track.Interview, "2026-09-01"));
    }

    [Fact]
    public void A_family_that_withdraws_after_a_window_closed_was_still_overdue_in_it()
    {
        var family = FamilyBuilder.TakingPart().On("2026-08-01").Does((f, _) => EnrolmentRules.Withdraw(f, new([ConsentScope.Interview], WithdrawalExtent.NoFurtherContact, new(2026, 8, 1))));

        Assert.Equal(DueState.Overdue, State(family, T1, Track.Interview, "2026-08-02"));
        Assert.Equal(DueState.NotDue, State(family, T2, Track.Interview, "2026-10-02"));
    }

    [Fact]
    public void Part_of_an_interview_is_still_open_until_its_window_closes()
    {
        var begun = FamilyBuilder.TakingPart().Visited(T1, "2026-03-01").Answered(T1, "parent-questionnaire", "2026-03-01");

        Assert.Equal(DueState.Open, State(begun, T1, Track.Interview, "2026-03-02"));
        Assert.Equal(DueState.Part, State(begun, T1, Track.Interview, "2026-07-01"));
        Assert.Equal(DueState.Part, State(begun.Lost(T1, Track.Interview, "2.12", "2026-07-01"), T1, Track.Interview, "2026-07-01"));
    }

    [Fact]
    public void A_teacher_s_track_is_lost_when_somebody_said_why_of_its_every_form()
    {
        var family = FamilyBuilder.TakingPart();
        family.On("2026-05-01").Does((f, s) => FormRules.MarkNotAchieved(f, family.Frame, new(T1, new("sdq-t-4-17"), family.Child, Party.Unnamed), NotAchievedReason.NoRespondent, new(2026, 5, 1), s));

        Assert.Equal((DueState.Open, DueState.Lost, DueState.Open), States(family, T1, "2026-05-01"));
    }

    [Fact]
    public void An_ineligible_respondent_makes_a_wave_not_due_and_never_lost() =>
        Assert.Equal(DueState.NotDue, State(FamilyBuilder.TakingPart().Lost(T1, Track.Interview, "4.70", "2026-02-01"), T1, Track.Interview, "2026-02-02"));

    [Theory]
    [InlineData(EndReason.Died, DueState.Open)]
    [InlineData(EndReason.FoundIneligible, DueState.NotDue)]
    public void After_the_end_only_the_case_record_may_still_be_due(EndReason reason, DueState caseRecord)
    {
        var family = FamilyBuilder.TakingPart().On("2026-02-01").Does((f, s) => EnrolmentRules.End(f, reason, new(2026, 2, 1), s), "told by the authority");

        Assert.Equal((DueState.NotDue, DueState.NotDue, caseRecord), States(family, T1, "2026-02-02"));
    }

    [Fact]
    public void Removal_move_closure_and_a_change_of_worker_leave_a_family_due()
    {
        var family = FamilyBuilder.TakingPart().On("2026-02-01")
            .Does((f, _) => CaseRules.Record(f, new(CaseEventKind.Removal, new DateOnly(2026, 2, 1), null, "worker"), new(2026, 2, 1)))
            .Does((f, _) => CaseRules.Record(f, new(CaseEventKind.Closure, new DateOnly(2026, 2, 1), null, "worker"), new(2026, 2, 1)))
            .Does((f, _) => MemberRules.Move(f, Small, Birchford, new DateOnly(2026, 2, 1), new(2026, 2, 1)))
            .Does((f, s) => CaseRules.Allocate(f, Small, new(new CaseHolder.Named(WorkerOf("cass")), new DateOnly(2026, 2, 1), "authority", null), s, new(2026, 2, 1)));

        Assert.Equal((DueState.Open, DueState.Open, DueState.Open), States(family, T1, "2026-02-02"));
    }
}
