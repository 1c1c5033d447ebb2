using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Kit;
using static SosLongitudinal.Tests.Kit.StudyBuilder;

namespace SosLongitudinal.Tests.Study.Fieldwork;

public sealed class FieldworkRulesTests
{
    private static InterviewOutcome Outcome(FamilyBuilder family, WaveCode wave) => InterviewOutcomes.Of(family.Frame, family.State, wave);

    private static string Visit(FamilyBuilder family, string on, MemberId? respondent = null) =>
        family.Asks((f, s) => FieldworkRules.RecordInterview(f, family.Frame, T1, FamilyBuilder.Interview(on, respondent), s)).Refused().Code;

    private static string Dispose(FamilyBuilder family, string code, string on = "2026-02-01", Track track = Track.Interview) =>
        family.Asks((f, s) => FieldworkRules.Dispose(f, family.Frame, new(T1, track, code, FamilyBuilder.Day(on)), s)).Refused().Code;

    [Fact]
    public void An_interview_is_not_started_then_part_then_complete()
    {
        var family = FamilyBuilder.TakingPart();
        Assert.Equal(InterviewOutcome.NotStarted, Outcome(family, T1));
        Assert.Equal(InterviewOutcome.Part, Outcome(family.Visited(T1, "2026-03-01"), T1));
        Assert.Equal(InterviewOutcome.Part, Outcome(family.Answered(T1, "parent-questionnaire", "2026-03-01"), T1));
        Assert.Equal(InterviewOutcome.Complete, Outcome(family.Answered(T1, "sdq-p-4-17", "2026-03-01"), T1));
        Assert.Equal(InterviewOutcome.NotStarted, Outcome(family, T2));
    }

    [Fact]
    public void Any_interview_form_begins_an_interview_and_forms_of_other_tracks_do_not()
    {
        Assert.Equal(InterviewOutcome.Part, Outcome(FamilyBuilder.TakingPart().Answered(T1, "lubben-6", "2026-03-01"), T1));
        Assert.Equal(InterviewOutcome.NotStarted, Outcome(FamilyBuilder.TakingPart().Answered(T1, "case-record", "2026-03-01"), T1));
    }

    [Fact]
    public void A_teacher_s_form_is_never_required_of_an_interview()
    {
        var frame = With(d => d with { Schedule = [.. d.Schedule.Select(r => r with { Required = true })] });
        var family = FamilyBuilder.TakingPart(frame).Interviewed(T1, "2026-03-01").Answered(T1, "lubben-6", "2026-03-01");

        Assert.Equal(InterviewOutcome.Complete, Outcome(family, T1));
    }

    [Fact]
    public void A_self_report_that_its_child_does_not_consent_to_does_not_keep_an_interview_incomplete()
    {
        var frame = With(d => d with { Schedule = [.. d.Schedule.Select(r => r.Respondent == DueRespondent.Self ? r with { Required = true } : r)] });

        Assert.Equal(InterviewOutcome.Complete, Outcome(FamilyBuilder.TakingPart(frame, "2013-03", ConsentScope.Interview).Interviewed(T1, "2026-03-01"), T1));
        Assert.Equal(InterviewOutcome.Part, Outcome(FamilyBuilder.TakingPart(frame, "2013-03").Interviewed(T1, "2026-03-01"), T1));
    }

    [Fact]
    public void An_outcome_is_of_the_interview_s_own_day_whatever_is_withdrawn_later()
    {
        var frame = With(d => d with { Schedule = [.. d.Schedule.Select(r => r.Respondent == DueRespondent.Self ? r with { Required = true } : r)] });
        var part = FamilyBuilder.TakingPart(frame, "2013-03").Interviewed(T1, "2026-03-01").On("2026-05-01")
            .Does((f, _) => EnrolmentRules.Withdraw(f, new([ConsentScope.ChildInterview], WithdrawalExtent.NoFurtherContact, new(2026, 5, 1))));

        Assert.Equal(InterviewOutcome.Part, Outcome(part, T1));
    }

    [Fact]
    public void A_visit_is_refused_where_it_cannot_have_been()
    {
        var agreed = new FamilyBuilder().Sampled().With(MemberRole.Child, "2018-03").With(MemberRole.Parent).With(MemberRole.Teacher).AgreedToContact();
        Assert.Equal("interview.not-consented", Visit(agreed, "2026-01-08"));

        var family = agreed.Consented().On("2026-02-01");
        Assert.Equal("date.future", Visit(family, "2026-02-02"));
        Assert.Equal("date.before-sampling", Visit(family, "2026-01-04"));
        Assert.Equal("member.unknown", Visit(family, "2026-02-01", family.MemberOf('P', 9)));
        Assert.Equal("interview.respondent", Visit(family, "2026-02-01", family.Child));
        Assert.Equal("interview.respondent", Visit(family, "2026-02-01", family.MemberOf('R', 1)));
    }

    [Fact]
    public void Nobody_visits_after_a_withdrawal_or_the_end_but_an_earlier_visit_can_still_be_recorded()
    {
        var withdrew = FamilyBuilder.TakingPart().On("2026-03-01").Does((f, _) => EnrolmentRules.Withdraw(f, new([ConsentScope.Interview], WithdrawalExtent.NoFurtherContact, new(2026, 2, 1))));
        Assert.Equal("interview.withdrawn", Visit(withdrew, "2026-02-01"));
        Assert.NotNull(withdrew.Visited(T1, "2026-01-31").State.InterviewAt(T1));

        var ended = FamilyBuilder.TakingPart().On("2026-03-01").Does((f, s) => EnrolmentRules.End(f, EndReason.MovedOutOfScope, new(2026, 2, 1), s), "moved abroad");
        Assert.Equal("family.ended", Visit(ended, "2026-02-02"));
        Assert.NotNull(ended.Visited(T1, "2026-01-31").State.InterviewAt(T1));
    }

    [Fact]
    public void Only_final_reasons_for_a_loss_are_set_by_hand()
    {
        var family = FamilyBuilder.TakingPart().On("2026-02-01");

        Assert.Equal("disposition.from-forms", Dispose(family, "1.1"));
        Assert.Equal("disposition.from-forms", Dispose(family, "1.2"));
        Assert.Equal("disposition.unknown", Dispose(family, "2.221")); // an answering machine is an attempt, never final
        Assert.Equal("disposition.unknown", Dispose(family, "booked"));
        Assert.All(Dispositions.All.Where(d => d.Class is not (OutcomeClass.Complete or OutcomeClass.Partial)), d =>
            Assert.Equal(d.Code, family.Lost(T1, Track.Interview, d.Code, "2026-02-01").State.DispositionOf(T1, Track.Interview)!.Code));
    }

    [Fact]
    public void A_loss_needs_a_family_that_agreed_to_contact_and_a_day_that_can_be()
    {
        Assert.Equal("family.not-agreed", Dispose(new FamilyBuilder().Sampled().On("2026-02-01"), "2.11"));
        Assert.Equal("date.future", Dispose(FamilyBuilder.TakingPart().On("2026-02-01"), "2.11", "2026-02-02"));
        Assert.Equal("date.before-sampling", Dispose(FamilyBuilder.TakingPart().On("2026-02-01"), "2.11", "2026-01-04"));
    }

    [Fact]
    public void What_was_achieved_cannot_be_lost_in_its_own_track()
    {
        var family = FamilyBuilder.TakingPart().Interviewed(T1, "2026-03-01").Answered(T1, "case-record", "2026-03-01");

        Assert.Equal("disposition.complete", Dispose(family, "2.11", "2026-03-01"));
        Assert.Equal("disposition.complete", Dispose(family, "2.36", "2026-03-01", Track.CaseRecord));
        Assert.NotNull(family.Lost(T1, Track.Teacher, "2.36", "2026-03-01").State.DispositionOf(T1, Track.Teacher));
    }

    [Fact]
    public void An_interview_that_arrives_after_all_takes_the_place_of_its_loss()
    {
        var found = FamilyBuilder.TakingPart().Lost(T1, Track.Interview, "2.25", "2026-03-01").Interviewed(T1, "2026-04-01");

        Assert.Equal(DueState.Achieved, DueList.Of(Small, found.State, new(2026, 4, 1))[0].State);
    }

    [Fact]
    public void Asking_twice_leaves_no_second_fact()
    {
        var family = FamilyBuilder.TakingPart().Visited(T1, "2026-03-01").Lost(T1, Track.Teacher, "2.36", "2026-03-01")
            .Does((f, _) => FieldworkRules.Assign(f, Small, new(T2, "interviewer@example.org", new(2026, 8, 1))));

        Assert.Empty(family.Asks((f, s) => FieldworkRules.RecordInterview(f, Small, T1, FamilyBuilder.Interview("2026-03-01"), s)).Accepted());
        Assert.Empty(family.Asks((f, s) => FieldworkRules.Dispose(f, Small, new(T1, Track.Teacher, "2.36", new(2026, 3, 1)), s)).Accepted());
        Assert.Empty(family.Asks((f, _) => FieldworkRules.Assign(f, Small, new(T2, "interviewer@example.org", new(2026, 8, 1)))).Accepted());
        Assert.Equal("interview.interviewer", family.Asks((f, _) => FieldworkRules.Assign(f, Small, new(T2, "", new(2026, 8, 1)))).Refused().Code);
    }
}
