using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Kit;

namespace SosLongitudinal.Tests.Study.Design;

public sealed class StudyRulesTests
{
    private static readonly WaveDesign Time3 = new(StudyBuilder.T3, "Time 3", 3, StudyBuilder.T2, OffsetMonths: 12, DesignMonths: 21, OpensBefore: 28, ClosesAfter: 56);

    private static string Fault(Func<StudyDesign, StudyDesign> change) => StudyRules.Open(new(), change(StudyBuilder.SmallDesign)).Refused().Code;

    [Fact]
    public void A_study_opened_from_a_template_has_the_template_s_design()
    {
        var design = StudyBuilder.With(d => d).Design;

        Assert.Equal(StudyBuilder.SmallDesign.Waves, design.Waves);
        Assert.Equal(StudyBuilder.SmallDesign.Schedule.Length, design.Schedule.Length);
        Assert.Equal("study.already-open", StudyRules.Open(design, StudyBuilder.SmallDesign).Refused().Code);
    }

    [Fact]
    public void Time_3_is_one_more_wave_and_everything_becomes_due_in_it()
    {
        var frame = StudyBuilder.With(d => d with { Waves = d.Waves.Add(Time3) });
        var family = FamilyBuilder.TakingPart(frame).Interviewed(StudyBuilder.T1, "2026-03-01").Interviewed(StudyBuilder.T2, "2026-09-01").State;

        var time3 = DueList.Of(frame, family, new(2027, 9, 1)).Single(t => t.Wave == StudyBuilder.T3 && t.Track == Track.Interview);

        Assert.Equal((DueState.Open, new DateOnly(2027, 9, 1)), (time3.State, time3.Window!.Value.Target));
        Assert.Equal(3, time3.Forms.Length);
    }

    [Fact]
    public void Declaring_a_wave_twice_is_declaring_it_once()
    {
        var declared = StudyRules.DeclareWave(StudyBuilder.SmallDesign, Time3).Accepted();

        Assert.Equal(new StudyFact.WaveDeclared(Time3), Assert.Single(declared));
        Assert.Empty(StudyRules.DeclareWave(StudyBuilder.SmallDesign with { Waves = StudyBuilder.SmallDesign.Waves.Add(Time3) }, Time3).Accepted());
    }

    [Fact]
    public void A_wave_needs_an_open_study_a_free_number_and_an_earlier_wave_to_follow()
    {
        Assert.Equal("study.not-open", StudyRules.DeclareWave(new(), Time3).Refused().Code);
        Assert.Equal("study.number-taken", StudyRules.DeclareWave(StudyBuilder.SmallDesign, Time3 with { Number = 2 }).Refused().Code);
        Assert.Equal("study.anchor", StudyRules.DeclareWave(StudyBuilder.SmallDesign, Time3 with { After = StudyBuilder.T3 }).Refused().Code);
        Assert.Equal("study.offset", StudyRules.DeclareWave(StudyBuilder.SmallDesign, Time3 with { OffsetMonths = 0 }).Refused().Code);
    }

    [Theory]
    [InlineData("T 3"), InlineData(""), InlineData("-t3"), InlineData("Zeit3")]
    public void A_code_that_could_not_be_read_back_is_refused(string code) =>
        Assert.Equal("study.code", StudyRules.DeclareWave(StudyBuilder.SmallDesign, Time3 with { Code = new(code) }).Refused().Code);

    [Fact]
    public void A_design_that_could_ask_nobody_for_anything_is_refused()
    {
        Assert.Equal("study.empty", Fault(d => d with { Waves = [] }));
        Assert.Equal("study.empty", Fault(d => d with { Cohorts = [] }));
        Assert.Equal("study.cohort-dates", Fault(d => d with { Cohorts = [d.Cohorts[0] with { Ends = d.Cohorts[0].Starts.AddDays(-1) }] }));
        Assert.Equal("study.unknown-instrument", Fault(d => d with { Schedule = [new(new("sdq-p-4-18"), DueSubject.StudyChild, DueRespondent.MainCarer)] }));
        Assert.Equal("study.unknown-wave", Fault(d => d with { Schedule = [d.Schedule[0] with { Waves = [StudyBuilder.T3] }] }));
        Assert.Equal("study.time-zone", Fault(d => d with { TimeZone = "Europe/Norwich" }));
        Assert.Equal("study.code-twice", Fault(d => d with { Bands = [.. d.Bands, d.Bands[0]] }));
    }

    [Theory]
    [InlineData("2026-03-28T23:59:59Z", "2026-03-28")] // winter time: local midnight is midnight UTC
    [InlineData("2026-03-29T22:59:59Z", "2026-03-29")] // the clocks went forward at 01:00
    [InlineData("2026-03-29T23:00:00Z", "2026-03-30")]
    [InlineData("2026-10-24T23:00:00Z", "2026-10-25")]
    [InlineData("2026-10-25T23:59:59Z", "2026-10-25")] // and back: this day has 25 hours
    [InlineData("2026-10-26T00:00:00Z", "2026-10-26")]
    public void A_day_begins_at_local_midnight_on_both_sides_of_both_clock_changes(string instant, string day) =>
        Assert.Equal(FamilyBuilder.Day(day), StudyBuilder.SmallDesign.Today(DateTimeOffset.Parse(instant, null)));

    [Fact]
    public void Follow_up_waves_ask_for_the_follow_up_form_where_the_design_declares_it()
    {
        var design = StudyBuilder.SmallDesign with { FollowUpForm = FollowUpForm.FollowUp };
        var sdq = design.Schedule.Single(r => r.Instrument == new InstrumentId("sdq-p-4-17"));

        Assert.Equal(new("sdq-p-4-17"), design.InstrumentAt(sdq, design.Waves[0]));
        Assert.Equal(new("sdq-p-4-17-followup"), design.InstrumentAt(sdq, design.Waves[1]));
        Assert.Equal(new("sdq-p-4-17"), StudyBuilder.SmallDesign.InstrumentAt(sdq, design.Waves[1]));
        Assert.Equal(new("parent-questionnaire"), design.InstrumentAt(design.Schedule[0], design.Waves[1]));
    }
}
