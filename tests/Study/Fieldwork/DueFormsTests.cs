using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Kit;
using static SosLongitudinal.Tests.Kit.StudyBuilder;

namespace SosLongitudinal.Tests.Study.Fieldwork;

/// <summary>Which forms are wanted, about whom and from whom.</summary>
public sealed class DueFormsTests
{
    private static IReadOnlyList<DueForm> Forms(FamilyBuilder family, WaveCode wave, string today) =>
        [.. DueList.Of(family.Frame, family.State, FamilyBuilder.Day(today)).Where(t => t.Wave == wave).SelectMany(t => t.Forms)];

    private static IEnumerable<string> SdqsAbout(MemberId child, FamilyBuilder family, WaveCode wave, string today) =>
        Forms(family, wave, today).Where(f => f.Subject == child && f.Instrument.ToString().StartsWith("sdq", StringComparison.Ordinal)).Select(f => f.Instrument.ToString());

    [Theory]
    [InlineData("2025-02", "")]                                    // under 2: none
    [InlineData("2024-02", "sdq-p-2-4")]
    [InlineData("2022-04", "sdq-p-2-4")]                           // still 3
    [InlineData("2022-02", "sdq-p-4-17 sdq-t-4-17")]               // at exactly 4 the design asks for the older form
    [InlineData("2015-04", "sdq-p-4-17 sdq-t-4-17")]               // still 10
    [InlineData("2015-02", "sdq-p-4-17 sdq-s-11-17 sdq-t-4-17")]   // 11 adds the self-report
    [InlineData("2010-04", "sdq-p-4-17 sdq-s-11-17 sdq-t-4-17")]   // still 15
    [InlineData("2008-04", "sdq-p-4-17 sdq-t-4-17")]               // still 17; from 16 the self-report needs their own consent
    [InlineData("2008-02", "")]                                    // from 18 none is due, and the family stays due
    public void Age_on_the_day_decides_which_SDQ_forms_are_due(string born, string expected)
    {
        var family = FamilyBuilder.TakingPart(birth: born);

        Assert.Equal(expected, string.Join(' ', SdqsAbout(family.Child, family, T1, "2026-03-15")));
        Assert.Contains(Forms(family, T1, "2026-03-15"), f => f.Instrument == new InstrumentId("parent-questionnaire"));
    }

    [Fact]
    public void In_the_birth_month_itself_exactly_one_age_form_is_due()
    {
        var family = FamilyBuilder.TakingPart(birth: "2022-03");

        Assert.Equal(["sdq-p-4-17", "sdq-t-4-17"], SdqsAbout(family.Child, family, T1, "2026-03-15"));
    }

    [Fact]
    public void Age_is_taken_on_the_day_of_the_interview_and_not_on_the_day_of_asking()
    {
        var family = FamilyBuilder.TakingPart(birth: "2022-05").Visited(T1, "2026-03-15");

        Assert.Contains("sdq-p-2-4", SdqsAbout(family.Child, family, T1, "2026-06-20"));
    }

    [Fact]
    public void Either_age_form_fills_the_place_where_it_fits_the_child_on_its_own_day()
    {
        var turnedFour = FamilyBuilder.TakingPart(birth: "2022-03").Visited(T1, "2026-02-27").Answered(T1, "parent-questionnaire", "2026-02-27")
            .Answered(T1, "sdq-p-4-17", "2026-04-02"); // posted on a month later: 3 at the visit, 4 on the form

        Assert.Equal(InterviewOutcome.Complete, InterviewOutcomes.Of(Small, turnedFour.State, T1));
        Assert.Contains(Forms(turnedFour, T1, "2026-04-02"), f => f is { Done: true, Instrument.Text: "sdq-p-4-17" });
    }

    [Fact]
    public void A_wrong_age_form_kept_with_a_reason_does_not_fill_the_place()
    {
        var kept = FamilyBuilder.TakingPart(birth: "2018-03").Visited(T1, "2026-03-01").Answered(T1, "parent-questionnaire", "2026-03-01")
            .Answered(T1, "sdq-p-2-4", "2026-03-01", why: "the wrong pack was taken along");

        Assert.Equal(InterviewOutcome.Part, InterviewOutcomes.Of(Small, kept.State, T1));
    }

    [Fact]
    public void A_sibling_who_joins_later_is_not_yet_in_the_study_before_and_is_due_after()
    {
        var family = FamilyBuilder.TakingPart().Interviewed(T1, "2026-03-01").On("2026-07-01").With(MemberRole.Child, "2016-05", joined: "2026-07-01");
        var sibling = family.MemberOf('C', 2);

        Assert.Empty(SdqsAbout(sibling, family, T1, "2026-07-02"));
        Assert.Equal(DueState.Achieved, DueList.Of(family.Frame, family.State, new(2026, 7, 2))[0].State);
        Assert.Contains("sdq-p-4-17", SdqsAbout(sibling, family, T2, "2026-09-01"));
    }

    [Fact]
    public void A_baby_born_between_waves_is_a_study_child_from_birth_on()
    {
        var family = FamilyBuilder.TakingPart().On("2026-05-20").With(MemberRole.Child, "2026-05", joined: "2026-05");

        Assert.Equal(2, family.State.StudyChildren(Small.Design).Count());
        Assert.Empty(SdqsAbout(family.MemberOf('C', 2), family, T2, "2026-10-01")); // under 2
    }

    [Fact]
    public void Where_the_design_follows_the_index_child_siblings_are_not_due()
    {
        var frame = With(d => d with { Children = ChildSelection.IndexChild, IndexChoice = IndexChoice.Youngest });
        var family = FamilyBuilder.TakingPart(frame, "2012-03").With(MemberRole.Child, "2018-03").Does((f, _) => MemberRules.ChooseIndexChild(f, frame.Design, null, new(2026, 1, 10)));

        Assert.Equal(family.MemberOf('C', 2), family.State.IndexChild);
        Assert.Empty(SdqsAbout(family.MemberOf('C', 1), family, T1, "2026-03-01"));
        Assert.NotEmpty(SdqsAbout(family.MemberOf('C', 2), family, T1, "2026-03-01"));
    }

    [Fact]
    public void A_teacher_s_form_is_due_though_nobody_is_named_yet()
    {
        var family = FamilyBuilder.TakingPart();
        var form = Forms(family, T1, "2026-03-01").Single(f => f.Instrument.Text == "sdq-t-4-17");
        Assert.Null(form.Respondent);

        family.With(MemberRole.Teacher);
        Assert.Equal(family.MemberOf('R', 1), Forms(family, T1, "2026-03-01").Single(f => f.Instrument.Text == "sdq-t-4-17").Respondent!.Value.Member);
    }

    [Fact]
    public void A_self_report_is_due_only_with_the_child_s_own_consent()
    {
        var without = FamilyBuilder.TakingPart(null, "2013-03", ConsentScope.Interview);
        Assert.Equal(["sdq-p-4-17"], SdqsAbout(without.Child, without, T1, "2026-03-01"));

        without.On("2026-03-01").Does((f, _) => EnrolmentRules.Consent(f, new(ConsentScope.ChildInterview, without.Child, "parent", new(2026, 3, 1)), new(2026, 3, 1)));
        Assert.Equal(["sdq-p-4-17", "sdq-s-11-17"], SdqsAbout(without.Child, without, T1, "2026-03-01"));
    }

    [Fact]
    public void A_removed_child_s_form_goes_to_the_present_carer_and_the_interview_to_the_parent()
    {
        var family = FamilyBuilder.TakingPart().On("2026-04-01").With(MemberRole.FosterCarer, joined: "2026-04-01")
            .Does((f, _) => CaseRules.Record(f, new(CaseEventKind.Removal, new DateOnly(2026, 4, 1), null, "worker"), new(2026, 4, 1)));
        var forms = Forms(family, T1, "2026-05-01");

        Assert.Equal(family.MemberOf('P', 2), forms.Single(f => f.Instrument.Text == "sdq-p-4-17").Respondent!.Value.Member);
        Assert.Equal(family.Parent, forms.Single(f => f.Instrument.Text == "parent-questionnaire").Respondent!.Value.Member);
    }
}
