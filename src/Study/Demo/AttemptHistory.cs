using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork.Attempts;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Demo;

/// <summary>How a family was tried at Time 2: before it was met, before it was given up, or still. Families that left the study have none: they were not tried again.</summary>
internal static class AttemptHistory
{
    private static readonly (AttemptMode Mode, string Outcome)[] Vain =
        [(AttemptMode.Telephone, "no-answer"), (AttemptMode.Telephone, AttemptOutcomes.MessageLeft), (AttemptMode.Visit, "no-one-home"), (AttemptMode.Telephone, "not-now"), (AttemptMode.Visit, "away")];

    public static void UntilMet(FamilyHistory history, FamilyPlan plan, DemoMilestones days, WaveCode wave, DateOnly met)
    {
        var draws = plan.Draws(Purpose.Attempts);
        if (plan.Ends is null && draws.Chance(0.3)) Write(history, plan, days, wave, draws, draws.Between(1, 2), met.AddDays(-1), null);
    }

    public static void InVain(FamilyHistory history, FamilyPlan plan, DemoMilestones days, WaveCode wave, string code, DateOnly given)
    {
        var draws = plan.Draws(Purpose.Attempts);
        if (plan.Ends is null && LastOf(code) is { } last) Write(history, plan, days, wave, draws, draws.Between(2, 5), given, last);
    }

    public static void StillTried(FamilyHistory history, DemoFrame frame, FamilyPlan plan, DemoMilestones days, WaveCode wave)
    {
        var draws = plan.Draws(Purpose.Attempts);
        if (plan.Ends is null && draws.Chance(0.6)) Write(history, plan, days, wave, draws, draws.Between(1, 4), frame.Calendar.Last.AddDays(-draws.Between(0, 9)), null);
    }

    /// <summary>The attempt that a final disposition rests on; <c>null</c> where nobody had to try.</summary>
    private static (AttemptMode Mode, string Outcome)? LastOf(string code) => code switch
    {
        "3.18" => (AttemptMode.Visit, "moved"),
        "2.20" => (AttemptMode.Telephone, "no-answer"),
        "2.24" => (AttemptMode.Visit, "no-one-home"),
        "2.25" => (AttemptMode.Visit, "away"),
        "2.11" => (AttemptMode.Telephone, "hesitant"),
        "2.111" => (AttemptMode.Visit, "household-refused"),
        "2.112" => (AttemptMode.Telephone, "refused"),
        _ => null,
    };

    /// <summary>At most so many, some days apart, counted back from the last; none before the window opens. Each is noted on the day after it was made.</summary>
    private static void Write(FamilyHistory history, FamilyPlan plan, DemoMilestones days, WaveCode wave, Draws draws, int most, DateOnly notedBy, (AttemptMode Mode, string Outcome)? last)
    {
        var made = new List<(DateOnly Day, AttemptMode Mode, string Outcome)>(most);
        for (var day = notedBy.AddDays(-1); made.Count < most && day > days.SecondWindow.Opens.AddDays(3); day = day.AddDays(-draws.Between(3, 8)))
        {
            var (mode, outcome) = made.Count == 0 && last is { } end ? end : Vain[draws.Between(0, Vain.Length - 1)];
            made.Add((day, mode, outcome));
        }
        made.Reverse();
        var by = DemoAccounts.InterviewerOf(plan.Site);
        for (var n = 0; n < made.Count; n++)
        {
            var (day, mode, outcome) = made[n];
            var at = new DateTimeOffset(day, new TimeOnly(draws.Between(9, 19), draws.Any<int>([0, 10, 25, 40])), TimeSpan.Zero);
            history.Add(day.AddDays(1), by, new FamilyFact.AttemptRecorded(wave, n + 1, new(mode, at, by, outcome, days.Parent, "", NextStep.None, null)));
        }
    }
}
