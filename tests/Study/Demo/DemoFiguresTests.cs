using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Demo;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Tests.Study.Demo;

/// <summary>The published shape (DOMAIN §1.2, §1.3), read off the folded families of the demo of 270.</summary>
public sealed class DemoFiguresTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly (StudyFrame Frame, List<FamilyState> Families) Demo = Folded();
    private static readonly WaveCode T1 = new("t1"), T2 = new("t2");

    [Theory]
    [InlineData("t1", "lubben-6", "lsns", 210, 15, 6.9)]
    [InlineData("t1", "lubben-6", "lsnsfam", 210, 8, 3.9)]
    [InlineData("t1", "lubben-6", "lsnsfri", 210, 7, 4.1)]
    [InlineData("t2", "lubben-6", "lsns", 136, 16, 6.0)]
    [InlineData("t2", "lubben-6", "lsnsfam", 136, 8, 3.7)]
    [InlineData("t2", "lubben-6", "lsnsfri", 136, 8, 3.6)]
    [InlineData("t1", "pearlin-mastery", "mastery", 235, 20, 4.5)]
    [InlineData("t2", "pearlin-mastery", "mastery", 141, 21, 4.3)]
    [InlineData("t1", "yatchmenoff-ces", "ces", 221, 66, 16.8)]
    [InlineData("t1", "yatchmenoff-ces", "buyin", 221, 25, 6.3)]
    [InlineData("t1", "yatchmenoff-ces", "receptive", 221, 14, 3.6)]
    [InlineData("t1", "yatchmenoff-ces", "relation", 221, 15, 4.4)]
    [InlineData("t1", "yatchmenoff-ces", "mistrust", 221, 13, 4.3)]
    [InlineData("t2", "yatchmenoff-ces", "ces", 142, 65, 17.3)]
    [InlineData("t2", "yatchmenoff-ces", "buyin", 142, 24, 7.2)]
    [InlineData("t2", "yatchmenoff-ces", "receptive", 142, 13, 3.7)]
    [InlineData("t2", "yatchmenoff-ces", "relation", 142, 14, 4.2)]
    [InlineData("t2", "yatchmenoff-ces", "mistrust", 142, 13, 4.4)]
    public void Parent_measures_have_the_printed_bases_means_and_nearly_the_deviations(string wave, string instrument, string scale, int count, int mean, double sd)
    {
        var scores = Scores(new(wave), instrument, scale);
        Assert.Equal(count, scores.Count);
        Assert.Equal(mean, Math.Round(scores.Average(), MidpointRounding.AwayFromZero));
        Assert.InRange(Math.Sqrt(scores.Sum(s => Math.Pow(s - scores.Average(), 2)) / (count - 1)), sd - 0.6, sd + 0.6);
    }

    [Theory]
    [InlineData("t1", 34)]
    [InlineData("t2", 28)]
    public void The_printed_share_of_parents_is_below_the_isolation_cut(string wave, int percent)
    {
        var scores = Scores(new(wave), "lubben-6", "lsns");
        Assert.Equal(percent, Math.Round(100.0 * scores.Count(s => s < 12) / scores.Count));
    }

    [Fact]
    public void Of_270_families_met_at_time_1_53_to_60_percent_are_met_at_time_2()
    {
        var met = Demo.Families.Where(f => f.InterviewAt(T1) is not null).ToList();
        Assert.Equal(270, met.Count);
        Assert.InRange(Retained(met), 0.53, 0.60);
        Assert.InRange(Retained(met.Where(f => Window(f).Closes < Today)), 0.53, 0.60);
        Assert.InRange(Demo.Families.Count(f => f.InterviewAt(T2) is not null && f.InterviewAt(T1) is null), 1, 6);

        static double Retained(IEnumerable<FamilyState> families) => families.Average(f => f.InterviewAt(T2) is null ? 0.0 : 1.0);
    }

    [Fact]
    public void Time_2_is_closed_for_most_open_for_a_few_and_not_yet_due_for_fewer()
    {
        var windows = Demo.Families.Where(f => f.InterviewAt(T1) is not null).Select(Window).ToList();
        Assert.Equal(6, windows.Count(w => w.Contains(Today)));
        Assert.Equal(4, windows.Count(w => w.Opens > Today));
    }

    [Fact]
    public void Loss_is_spread_over_location_contact_cooperation_and_other()
    {
        var classes = Demo.Families.Where(f => f.InterviewAt(T1) is not null).Select(f => f.DispositionOf(T2, Track.Interview)).OfType<Disposition>()
            .CountBy(d => Dispositions.Find(d.Code)!.Class).ToDictionary();
        Assert.Equal(27, classes[OutcomeClass.NonContact]);
        Assert.Equal(37, classes[OutcomeClass.Refusal]);
        Assert.Equal(9, classes[OutcomeClass.Other]);
        Assert.Equal(4, classes[OutcomeClass.NotEligible]);
        Assert.Equal(110 - 27 - 37 - 9 - 4 - 5, classes[OutcomeClass.UnknownOther]);
    }

    [Fact]
    public void There_are_262_case_records_at_time_1_and_all_that_are_still_due_at_time_2()
    {
        Assert.Equal(262, Forms(T1, "case-record").Count());
        var stillDue = Forms(T1, "case-record").Select(f => f.Family)
            .Count(f => Window(f).Closes < Today && f.EndReason != EndReason.FoundIneligible && !f.Consents.IsWithdrawn(ConsentScope.CaseFile, null, Today));
        Assert.Equal(stillDue, Forms(T2, "case-record").Count());
    }

    [Fact]
    public void At_least_three_in_four_were_referred_before() => Assert.InRange(Share(T1, "case-record", "earlierref", 1), 0.75, 0.80);

    [Fact]
    public void Exactly_28_children_are_removed_between_the_waves()
    {
        Assert.Equal(28, Demo.Families.Sum(f => f.CaseEvents.Count(e => e.Kind == CaseEventKind.Removal)));
        Assert.Equal(28, Forms(T2, "case-record").Sum(f => f.Form.Answers.TryCode("removed", out var removed) ? removed : 0));
    }

    [Fact]
    public void Just_over_half_of_the_closed_cases_were_not_referred_again()
    {
        var states = Forms(T2, "case-record").Select(f => f.Form.Answers.TryCode("state", out var state) ? state : 0).ToList();
        Assert.InRange(states.Count(s => s == 2) / (double)states.Count(s => s is 2 or 3), 0.505, 0.56);
    }

    [Fact]
    public void About_a_quarter_of_parents_do_not_know_the_goals()
    {
        Assert.InRange(Share(T1, "parent-questionnaire", "goals", 0), 0.24, 0.28);
        Assert.InRange(Share(T2, "parent-questionnaire", "goals", 0), 0.20, 0.26);
    }

    [Fact]
    public void Agreement_is_better_in_experienced_sites_at_time_2_and_in_cohort_2()
    {
        Assert.True(Agreement(T1, f => Band(f) == "new") < Agreement(T1, f => Band(f) == "2-years"));
        Assert.True(Agreement(T1, f => Band(f) == "2-years") < Agreement(T1, f => Band(f) == "2-years-plus"));
        Assert.True(Agreement(T1, f => f.Cohort.Text == "c1") < Agreement(T1, f => f.Cohort.Text == "c2"));
        Assert.True(Agreement(T1, f => f.InterviewAt(T2) is not null) < Agreement(T2, f => f.InterviewAt(T1) is not null));
    }

    [Fact]
    public void No_change_in_difficulties_goes_with_a_change_of_worker()
    {
        var changes = Demo.Families.SelectMany(f => f.Forms.Where(form => form.Place.Wave == T1 && form.Place.Instrument.Text == "sdq-p-4-17")
            .Select(first => (Family: f, First: first, Second: f.FormAt(first.Place with { Wave = T2 })))).Where(c => c.Second is not null)
            .Select(c => (Change: Total(c.Second!) - Total(c.First), Kind: Continuity.Between(c.Family.WorkerSpells, c.First.CompletedOn, c.First.CompletedOn.AddMonths(6), Demo.Frame.Worker).Change)).ToList();
        var (same, changed) = (changes.Where(c => c.Kind == WorkerChange.None).ToList(), changes.Where(c => c.Kind is WorkerChange.One or WorkerChange.TwoOrMore).ToList());
        Assert.True(same.Count > 30 && changed.Count > 25, $"{same.Count} and {changed.Count}");
        Assert.InRange(changed.Average(c => c.Change) - same.Average(c => c.Change), -2.5, 2.5);
    }

    [Fact]
    public void Every_course_of_a_case_is_there_and_agency_staff_too()
    {
        var met = Demo.Families.Where(f => f.InterviewAt(T1) is not null && Window(f).Closes < Today).ToList();
        var courses = met.Select(f => Continuity.Between(f.WorkerSpells, f.InterviewAt(T1)!.Visits[^1].On, f.InterviewAt(T1)!.Visits[^1].On.AddMonths(6), Demo.Frame.Worker)).ToList();
        Assert.All(Enum.GetValues<WorkerChange>(), change => Assert.InRange(courses.Count(c => c.Change == change), 8, 110));
        Assert.InRange(courses.Count(c => c.AnyAgency == true) / (double)courses.Count, 0.15, 0.55);
        Assert.Equal(60, Demo.Frame.Workers.Count);
    }

    [Fact]
    public void A_few_families_move_gain_a_sibling_die_or_turn_out_ineligible()
    {
        Assert.Equal(4, Demo.Families.Count(f => f.Sites.Length > 1));
        Assert.Equal(5, Demo.Families.Count(f => f.InterviewAt(T1) is { } met && f.Members.Any(m => m.Role == MemberRole.Child && m.Joined.Earliest > met.Visits[^1].On)));
        Assert.Equal(2, Demo.Families.Count(f => f.EndReason == EndReason.Died));
        Assert.Equal(1, Demo.Families.Count(f => f.EndReason == EndReason.FoundIneligible));
        Assert.Contains(Demo.Families, f => f.NotAchieved.Length > 0);
        Assert.All([Stage.Sampled, Stage.ScreenedOut, Stage.NotApproached, Stage.Approached, Stage.DeclinedContact, Stage.AgreedToContact], stage => Assert.Contains(Demo.Families, f => f.Stage == stage));
    }

    private static double Agreement(WaveCode wave, Func<FamilyState, bool> where) =>
        Forms(wave, "parent-questionnaire").Where(f => where(f.Family)).Average(f => (double)ScoreOf(f.Form, "agreement")!);

    private static double Total(Form form) => ScoreOf(form, "ebdtot") ?? 0;

    private static string Band(FamilyState family) => Demo.Frame.Sites[family.SiteAtEnrolment].BandOn(family.SampledOn);

    private static Window Window(FamilyState family) => WaveWindows.Of(Demo.Frame.Design, family, Demo.Frame.Design.Wave(T2)!)!.Value;

    private static double Share(WaveCode wave, string instrument, string item, int code) =>
        Forms(wave, instrument).Average(f => f.Form.Answers.TryCode(item, out var answer) && answer == code ? 1.0 : 0.0);

    private static List<int> Scores(WaveCode wave, string instrument, string scale) => [.. Forms(wave, instrument).Select(f => ScoreOf(f.Form, scale)).OfType<int>()];

    private static int? ScoreOf(Form form, string scale) =>
        Scoring.Score(InstrumentShelf.Library[form.Place.Instrument], form.Answers)[scale]?.Value;

    private static IEnumerable<(FamilyState Family, Form Form)> Forms(WaveCode wave, string instrument) =>
        Demo.Families.SelectMany(f => f.Forms.Where(form => form.Place.Wave == wave && form.Place.Instrument.Text == instrument).Select(form => (f, form)));

    private static (StudyFrame, List<FamilyState>) Folded()
    {
        var demo = new DemoStudyData(270, Today);
        var frame = DemoReplay.FrameOf(demo);
        return (frame, [.. demo.Families.Select(f => DemoReplay.Family(f, frame, Today, DemoReplay.SampleOf(demo)))]);
    }
}
