using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Kit.Sketches;

namespace SosLongitudinal.Tests.Study.Fieldwork;

public sealed class InterviewOutcomeTests
{
    private static InterviewOutcome Of(FamilySketch family, WaveCode wave) => InterviewOutcomes.Of(StudySketch.Frame, family, wave);

    [Fact]
    public void Forms_without_a_recorded_visit_are_held_against_the_age_on_their_own_day()
    {
        var family = new FamilySketch("turned-four");
        var child = family.Join(MemberRole.Child, new BirthMonth(2012, 3));
        family.Say(new FamilyFact.IndexChildChosen(child, IndexChoice.Youngest)).Sdq(StudySketch.T2, "2016-08-01", 5, about: child);
        Assert.Equal(InterviewOutcome.Complete, Of(family, StudySketch.T2));
    }

    [Fact]
    public void A_form_that_completeness_does_not_need_makes_it_part()
    {
        Assert.Equal(InterviewOutcome.Part, Of(new FamilySketch("asked").Asked(StudySketch.T1, "2016-02-01", 3), StudySketch.T1));
        Assert.Equal(InterviewOutcome.NotStarted, Of(new FamilySketch("untouched"), StudySketch.T1));
    }

    [Fact]
    public void A_teacher_form_or_a_case_record_is_no_interview()
    {
        var family = new FamilySketch("school");
        family.Sdq(StudySketch.T1, "2016-02-01", 5, family.Join(MemberRole.Teacher), instrument: "sdq-t-4-17");
        Assert.Equal(InterviewOutcome.NotStarted, Of(family, StudySketch.T1));
    }

    [Fact]
    public void Time_2_is_counted_from_the_forms_where_no_visit_is_recorded()
    {
        var family = new FamilySketch("posted").Sdq(StudySketch.T1, "2016-02-10", 5);
        Assert.Equal(new DateOnly(2016, 8, 10), WaveWindows.Of(StudySketch.Design, family, StudySketch.Design.Wave(StudySketch.T2)!)!.Value.Target);
    }
}
