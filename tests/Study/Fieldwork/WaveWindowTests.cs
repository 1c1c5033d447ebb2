using CsCheck;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Kit;

namespace SosLongitudinal.Tests.Study.Fieldwork;

public sealed class WaveWindowTests
{
    private static Window Time2(FamilyBuilder family) => WaveWindows.Of(family.Frame.Design, family.State, family.Frame.Design.Waves[1])!.Value;

    private static DateOnly Day(string text) => FamilyBuilder.Day(text);

    [Fact]
    public void Time_1_is_in_the_field_while_its_cohort_is()
    {
        var family = FamilyBuilder.TakingPart();

        Assert.Equal(new Window(new(2026, 1, 1), new(2026, 1, 1), new(2026, 6, 30)), WaveWindows.Of(family.Frame.Design, family.State, family.Frame.Design.Waves[0]));
    }

    [Fact]
    public void Time_2_is_six_months_after_the_last_visit_of_Time_1()
    {
        var family = FamilyBuilder.TakingPart();
        family.On("2026-03-09").Does((f, s) => FieldworkRules.RecordInterview(f, family.Frame, StudyBuilder.T1,
            FamilyBuilder.Interview("2026-03-09") with { Visits = [Visit("2026-03-09"), Visit("2026-02-27")] }, s));

        Assert.Equal(new Window(Day("2026-08-12"), Day("2026-09-09"), Day("2026-11-04")), Time2(family));

        static Visit Visit(string on) => new(Day(on), null, VisitMode.FaceToFace, "home");
    }

    [Fact]
    public void Time_2_is_at_the_design_s_date_where_Time_1_was_not_achieved() =>
        Assert.Equal(Day("2026-10-01"), Time2(FamilyBuilder.TakingPart()).Target);

    [Fact]
    public void A_visit_that_came_to_nothing_does_not_move_Time_2()
    {
        var refusedAtTheDoor = FamilyBuilder.TakingPart().Visited(StudyBuilder.T1, "2026-03-09").Lost(StudyBuilder.T1, Track.Interview, "2.112", "2026-03-09");

        Assert.Equal(Day("2026-10-01"), Time2(refusedAtTheDoor).Target);
    }

    [Fact]
    public void An_interview_that_was_broken_off_still_counts_from_its_visit()
    {
        var brokenOff = FamilyBuilder.TakingPart().Visited(StudyBuilder.T1, "2026-03-09").Answered(StudyBuilder.T1, "parent-questionnaire", "2026-03-09")
            .Lost(StudyBuilder.T1, Track.Interview, "2.12", "2026-03-20");

        Assert.Equal(Day("2026-09-09"), Time2(brokenOff).Target);
    }

    [Fact]
    public void Where_no_visit_is_recorded_the_last_interview_form_stands_for_it()
    {
        var byPost = FamilyBuilder.TakingPart().Answered(StudyBuilder.T1, "sdq-p-4-17", "2026-02-11").Answered(StudyBuilder.T1, "case-record", "2026-05-05");

        Assert.Equal(Day("2026-08-11"), Time2(byPost).Target);
    }

    [Theory]
    [InlineData("2027-08-29", 6, "2028-02-29")] // a leap year has the day
    [InlineData("2027-08-31", 6, "2028-02-29")] // the last day of a shorter month
    [InlineData("2026-08-29", 6, "2027-02-28")]
    [InlineData("2028-02-29", 12, "2029-02-28")]
    [InlineData("2026-09-30", 6, "2027-03-30")] // both clock changes lie between
    public void Months_after_a_day_end_on_the_same_day_or_on_the_month_s_last(string visit, int months, string target)
    {
        var frame = StudyBuilder.With(d => d with
        {
            Cohorts = [d.Cohorts[0] with { Ends = new(2028, 12, 31) }],
            Waves = d.Waves.SetItem(1, d.Waves[1] with { OffsetMonths = months }),
        });

        Assert.Equal(Day(target), Time2(FamilyBuilder.TakingPart(frame).Visited(StudyBuilder.T1, visit)).Target);
    }

    [Fact]
    public void A_window_opens_and_closes_the_design_s_days_around_its_target() => Some.DayOf2026.Sample(visit =>
    {
        var window = Time2(FamilyBuilder.TakingPart().Visited(StudyBuilder.T1, visit.ToString("O")));
        return window.Target.DayNumber - window.Opens.DayNumber == 28 && window.Closes.DayNumber - window.Target.DayNumber == 56
            && window.Contains(window.Opens) && window.Contains(window.Closes) && !window.Contains(window.Closes.AddDays(1));
    }, iter: 60);
}
