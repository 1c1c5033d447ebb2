using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Kit;
using static SosLongitudinal.Tests.Kit.StudyBuilder;

namespace SosLongitudinal.Tests.Study.Forms;

public sealed class FormRulesTests
{
    private static Refusal Refused(FamilyBuilder family, FormEntry entry, string? why = null) => family.Asks((f, s) => FormRules.Enter(f, family.Frame, entry, s), why).Refused();

    [Fact]
    public void A_form_is_kept_with_its_own_date_whoever_enters_it_when()
    {
        var form = FamilyBuilder.TakingPart().On("2026-03-09").Answered(T1, "sdq-p-4-17", "2026-03-01").State.Forms.Single();

        Assert.Equal((new DateOnly(2026, 3, 1), FamilyBuilder.By), (form.CompletedOn, form.EnteredBy));
        Assert.Equal(new(2026, 3, 9), DateOnly.FromDateTime(form.EnteredAt.UtcDateTime));
        Assert.Empty(form.Flags);
    }

    [Fact]
    public void A_second_form_for_a_place_is_told_who_entered_the_first_and_when_but_not_what()
    {
        var family = FamilyBuilder.TakingPart().Answered(T1, "sdq-p-4-17", "2026-03-01");

        var second = Refused(family, family.Entry(T1, "sdq-p-4-17", "2026-02-01"));

        Assert.Equal(("form.already-entered", RefusalKind.Conflict), (second.Code, second.Kind));
        Assert.Equal($"This form was already entered by {FamilyBuilder.By} on 1 March 2026 at 12:00 UTC.", second.Sentence);
    }

    [Fact]
    public void Mother_and_father_each_have_a_place_of_their_own()
    {
        var family = FamilyBuilder.TakingPart().With(MemberRole.Parent).Answered(T1, "sdq-p-4-17", "2026-03-01");

        family.Answered(T1, "sdq-p-4-17", "2026-03-01", from: family.MemberOf('P', 2));

        Assert.Equal([family.Parent, family.MemberOf('P', 2)], family.State.Forms.Select(f => f.Place.Respondent.Member!.Value));
    }

    [Fact]
    public void A_form_that_has_no_place_in_the_family_is_refused_by_name()
    {
        var family = FamilyBuilder.TakingPart(birth: "2013-03").With(MemberRole.Teacher).With(MemberRole.Child, "2012-03").On("2026-03-01");
        var teacher = family.MemberOf('R', 1);

        Assert.Equal("study.unknown-wave", Refused(family, family.Entry(T3, "sdq-p-4-17", "2026-03-01")).Code);
        Assert.Equal("form.unknown-instrument", Refused(family, family.Entry(T1, "sdq-p-4-17", "2026-03-01") with { InstrumentVersion = 99 }).Code);
        Assert.Equal("form.subject-family", Refused(family, family.Entry(T1, "parent-questionnaire", "2026-03-01", about: family.Child, from: family.Parent)).Code);
        Assert.Equal("form.unknown-subject", Refused(family, family.Entry(T1, "sdq-p-4-17", "2026-03-01", about: family.MemberOf('C', 9))).Code);
        Assert.Equal("form.subject-kind", Refused(family, family.Entry(T1, "sdq-p-4-17", "2026-03-01", about: family.Parent)).Code);
        Assert.Equal("form.unknown-respondent", Refused(family, family.Entry(T1, "sdq-p-4-17", "2026-03-01", from: family.MemberOf('P', 9))).Code);
        Assert.Equal("form.unknown-respondent", Refused(family, family.Entry(T1, "sdq-t-4-17", "2026-03-01", from: Party.Unnamed)).Code);
        Assert.Equal("form.respondent-kind", Refused(family, family.Entry(T1, "sdq-p-4-17", "2026-03-01", from: teacher)).Code);
        Assert.Equal("form.respondent-kind", Refused(family, family.Entry(T1, "sdq-t-4-17", "2026-03-01", from: family.Parent)).Code);
        Assert.Equal("form.respondent-kind", Refused(family, family.Entry(T1, "sdq-s-11-17", "2026-03-01", from: family.MemberOf('C', 2))).Code); // a sibling
        Assert.Equal("form.respondent-kind", Refused(family, family.Entry(T1, "sdq-p-4-17", "2026-03-01", from: Party.CaseFile)).Code);
        Assert.Equal("form.language", Refused(family, family.Entry(T1, "sdq-p-4-17", "2026-03-01") with { Language = "" }).Code);
    }

    [Fact]
    public void A_form_s_date_lies_between_sampling_and_today()
    {
        var family = FamilyBuilder.TakingPart().On("2026-03-01");

        Assert.Equal("form.future-date", Refused(family, family.Entry(T1, "sdq-p-4-17", "2026-03-02")).Code);
        Assert.Equal("date.before-sampling", Refused(family, family.Entry(T1, "sdq-p-4-17", "2026-01-04")).Code);
    }

    [Fact]
    public void Today_is_the_study_s_day_and_not_Greenwich_s()
    {
        var family = FamilyBuilder.TakingPart();
        var entry = family.Entry(T1, "sdq-p-4-17", "2026-06-15");
        var justAfterLocalMidnight = family.Stamp() with { At = new(2026, 6, 14, 23, 30, 0, TimeSpan.Zero) };
        var justBefore = justAfterLocalMidnight with { At = new(2026, 6, 14, 22, 59, 0, TimeSpan.Zero) };

        Assert.NotEmpty(FormRules.Enter(family.State, Small, entry, justAfterLocalMidnight).Accepted());
        Assert.Equal("form.future-date", FormRules.Enter(family.State, Small, entry, justBefore).Refused().Code);
    }

    [Fact]
    public void A_form_needs_the_consent_that_covers_it_on_its_own_day()
    {
        var family = FamilyBuilder.TakingPart(null, "2013-03", ConsentScope.Interview).With(MemberRole.Teacher).On("2026-03-01");

        Assert.Equal("form.no-consent", Refused(family, family.Entry(T1, "sdq-p-4-17", "2026-01-09")).Code); // the day before it was given
        Assert.Equal("form.no-consent", Refused(family, family.Entry(T1, "sdq-s-11-17", "2026-03-01")).Code);
        Assert.Equal("form.no-consent", Refused(family, family.Entry(T1, "sdq-t-4-17", "2026-03-01")).Code);
        Assert.Contains("'case-file'", Refused(family, family.Entry(T1, "case-record", "2026-03-01")).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_parent_s_own_consent_covers_what_that_parent_answers_about_the_family()
    {
        var family = new FamilyBuilder().Sampled().With(MemberRole.Child, "2018-03").With(MemberRole.Parent).With(MemberRole.Parent).AgreedToContact();
        family.On("2026-01-10").Does((f, _) => EnrolmentRules.Consent(f, new(ConsentScope.Interview, family.Parent, "mother", new(2026, 1, 10)), family.Today));

        family.Answered(T1, "parent-questionnaire", "2026-01-10").Answered(T1, "sdq-p-4-17", "2026-01-10");

        Assert.Equal(2, family.State.Forms.Length);
        Assert.Equal("form.no-consent", Refused(family, family.Entry(T1, "parent-questionnaire", "2026-01-10", from: family.MemberOf('P', 2))).Code);
    }

    [Fact]
    public void After_the_end_only_what_was_filled_in_before_and_the_case_file_are_taken_in()
    {
        var family = FamilyBuilder.TakingPart().On("2026-04-01").Does((f, s) => EnrolmentRules.End(f, EndReason.Withdrew, new(2026, 3, 1), s), "rang to say so");

        Assert.Equal("family.ended", Refused(family, family.Entry(T1, "parent-questionnaire", "2026-03-02")).Code);
        Assert.Equal(2, family.Answered(T1, "parent-questionnaire", "2026-02-28").Answered(T1, "case-record", "2026-04-01").State.Forms.Length);
    }

    [Fact]
    public void A_form_outside_its_window_is_taken_in_and_flagged()
    {
        var family = FamilyBuilder.TakingPart().Interviewed(T1, "2026-03-01").Answered(T2, "parent-questionnaire", "2026-12-01");

        Assert.Equal([FormFlag.OutsideWindow], family.State.FormAt(family.Entry(T2, "parent-questionnaire", "2026-12-01").Place)!.Flags);
    }

    [Fact]
    public void A_form_the_design_does_not_ask_for_needs_a_reason_and_is_flagged()
    {
        var family = FamilyBuilder.TakingPart().On("2026-03-01");
        Assert.Equal("form.not-in-schedule", Refused(family, family.Entry(T1, "pearlin-mastery", "2026-03-01")).Code);

        Assert.Equal([FormFlag.NotInSchedule], family.Answered(T1, "pearlin-mastery", "2026-03-01", why: "asked for by the authority").State.Forms.Single().Flags);
    }

    [Fact]
    public void A_form_about_a_child_the_study_does_not_follow_needs_a_reason()
    {
        var frame = With(d => d with { Children = SosLongitudinal.Study.Design.ChildSelection.IndexChild });
        var family = FamilyBuilder.TakingPart(frame).With(MemberRole.Child, "2012-03").Does((f, _) => MemberRules.ChooseIndexChild(f, frame.Design, null, new(2026, 1, 10))).On("2026-03-01");

        Assert.Equal("form.not-in-schedule", Refused(family, family.Entry(T1, "sdq-p-4-17", "2026-03-01", about: family.MemberOf('C', 2))).Code);
        Assert.Empty(family.Answered(T1, "sdq-p-4-17", "2026-03-01").State.Forms.Single().Flags);
    }
}
