using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Study.Demo;

/// <summary>The parent questionnaire. Agreement is better in experienced sites, in cohort 2 (both in the plan) and at Time 2; nothing about workers enters.</summary>
internal static class QuestionnaireAnswers
{
    private const double SecondWaveGain = 0.35;
    private static readonly string[] Helped = ["Being listened to.", "Someone coming when they said they would.", "Knowing what has to change.", "Help with the school."];
    private static readonly Answer[] Numbers = [.. Enumerable.Range(0, 64).Select(n => Answer.Of(n))];

    public static Answers Of(FamilyPlan plan, int wave, Draws draws)
    {
        var stance = plan.Agreement + (wave == 0 ? 0 : SecondWaveGain);
        var knows = plan.Waves[wave].KnowsGoals;
        var workers = wave == 0 ? draws.Between(1, 3) : plan.Course switch { CaseCourse.TwoChanges => 3, CaseCourse.OneChange or CaseCourse.Unallocated => 2, _ => 1 };
        return DemoForms.Questionnaire.Of(
            ("workers", Number(workers)), ("months", Number(draws.Between(0, 18))), ("visits", Number(draws.Between(0, 6))),
            ("timespent", Agrees()), ("reach", Agrees()), ("understands", Agrees()), ("explains", Agrees()), ("listens", Agrees()), ("honest", Agrees()),
            ("strengths", Agrees()), ("sharesview", Agrees()),
            ("goals", Number(!knows ? 0 : draws.Chance(0.45) ? 1 : 2)),
            ("goalsagree", knows ? Agrees() : Answer.Of(MissingReason.NotApplicable)),
            ("agreewhat", Agrees()), ("plantogether", Agrees()), ("childheard", Agrees()),
            ("tools", Answer.Of(Enumerable.Range(1, 4).Where(_ => draws.Chance(0.25 + 0.15 * plan.Band)))),
            ("safety", Number(Math.Clamp((int)Math.Round(6.5 + stance + 1.8 * draws.Normal()), 0, 10))),
            ("better", Agrees()),
            ("helped", draws.Chance(0.15) ? Answer.Of(draws.Any<string>(Helped)) : Answer.Of(MissingReason.NotStated)));

        Answer Agrees() => draws.Chance(0.01)
            ? Answer.Of(MissingReason.DontKnow)
            : Number(Math.Clamp((int)Math.Round(2.1 + 0.75 * stance + 0.8 * draws.Normal()), 0, 4));
    }

    private static Answer Number(int n) => Numbers[n];
}
