using System.Collections.Immutable;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Demo;

/// <summary>Who was to meet the family at a wave, whether they did, and why not.</summary>
internal static class WaveHistory
{
    private static readonly string[] NotContacted = ["2.20", "2.24", "2.25"];
    private static readonly string[] NotCooperating = ["2.11", "2.111", "2.112"];
    private static readonly string[] Other = ["2.32", "2.333", "2.36"];

    public static void Write(FamilyHistory history, DemoFrame frame, FamilyPlan plan, DemoMilestones days, CaseDays course)
    {
        First(history, frame, plan, days, course);
        Second(history, frame, plan, days, course);
    }

    private static void First(FamilyHistory history, DemoFrame frame, FamilyPlan plan, DemoMilestones days, CaseDays course)
    {
        var draws = plan.Draws(Purpose.FirstWave);
        var wave = frame.Design.Waves[0].Code;
        var assigned = days.FirstMet.AddDays(-7);
        history.Add(assigned, DemoAccounts.Coordinator, new FamilyFact.InterviewerAssigned(wave, DemoAccounts.InterviewerOf(plan.Site), assigned));
        var cohort = frame.Design.Cohorts[plan.Cohort];
        var forms = new WaveForms(history, frame, plan, days, draws, 0, new(cohort.Starts, cohort.Starts, cohort.Ends));
        if (plan.MissedFirst) Lose(history, wave, draws.Any<string>(["2.24", "2.25", "2.333"]), cohort.Ends);
        else Meet(history, plan, days, draws, forms, days.FirstMet, days.Parent);
        if (plan.CaseRecord) forms.CaseRecord(days.FirstMet.AddDays(draws.Between(20, 60)), default);
    }

    private static void Second(FamilyHistory history, DemoFrame frame, FamilyPlan plan, DemoMilestones days, CaseDays course)
    {
        if (plan.Second == SecondWave.NotYetDue) return;
        var draws = plan.Draws(Purpose.SecondWave);
        var (wave, window) = (frame.Design.Waves[1].Code, days.SecondWindow);
        history.Add(window.Opens.AddDays(3), DemoAccounts.Coordinator, new FamilyFact.InterviewerAssigned(wave, DemoAccounts.InterviewerOf(plan.Site), window.Opens.AddDays(3)));
        var forms = new WaveForms(history, frame, plan, days, draws, 1, window);
        if (days.SecondMet is { } met)
        {
            AttemptHistory.UntilMet(history, plan, days, wave, met);
            Meet(history, plan, days, draws, forms, met, days.OtherParent is { } other && draws.Chance(0.12) ? other : days.Parent);
        }
        else if (CodeOf(plan, draws) is { } code)
        {
            var given = plan.Second == SecondWave.NotLocated ? window.Closes.AddDays(2) : window.Target.AddDays(draws.Between(22, 60));
            Lose(history, wave, code, given);
            AttemptHistory.InVain(history, plan, days, wave, code, given);
        }
        else AttemptHistory.StillTried(history, frame, plan, days, wave);
        if (plan.CaseRecordAgain) forms.CaseRecord(window.Target.AddDays(draws.Between(60, 85)), course);
    }

    private static string? CodeOf(FamilyPlan plan, Draws draws) => plan.Second switch
    {
        SecondWave.NotLocated => "3.18",
        SecondWave.NotContacted => draws.Any<string>(NotContacted),
        SecondWave.NotCooperating => draws.Any<string>(NotCooperating),
        SecondWave.OtherLoss => draws.Any<string>(Other),
        SecondWave.LeftEligibility => "4.10",
        _ => null,
    };

    private static void Lose(FamilyHistory history, WaveCode wave, string code, DateOnly on) =>
        history.Add(on, DemoAccounts.Coordinator, new FamilyFact.DispositionRecorded(wave, Track.Interview, code, on));

    private static void Meet(FamilyHistory history, FamilyPlan plan, DemoMilestones days, Draws draws, WaveForms forms, DateOnly on, MemberId respondent)
    {
        var visits = ImmutableArray.CreateBuilder<Visit>(2);
        if (draws.Chance(0.25)) visits.Add(VisitOn(on.AddDays(-3), draws));
        visits.Add(VisitOn(on, draws));
        var interpreter = days.Language == "en" || draws.Chance(0.2) ? Interpreter.None : draws.Chance(0.8) ? Interpreter.Professional : Interpreter.Family;
        var others = draws.Chance(0.15) ? draws.Any<string>(["partner", "grandparent", "an older child"]) : "";
        history.Add(on, DemoAccounts.InterviewerOf(plan.Site),
            new FamilyFact.InterviewRecorded(forms.Wave, new(visits.ToImmutable(), respondent, DemoAccounts.InterviewerOf(plan.Site), days.Language, interpreter, others)));
        forms.Interview(on, respondent);
    }

    private static Visit VisitOn(DateOnly day, Draws draws) => new(
        day, new TimeOnly(draws.Between(9, 18), draws.Any<int>([0, 15, 30, 45])), draws.Chance(0.96) ? VisitMode.FaceToFace : VisitMode.Telephone, draws.Chance(0.88) ? "home" : "children's centre");
}
