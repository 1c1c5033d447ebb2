namespace SosLongitudinal.Study.Demo;

/// <summary>
/// Gives each parent the score that stands at their rank in the published distribution. What ranks them at Time 2 holds what ranked them at Time 1 and
/// something new; nothing about their worker enters.
/// </summary>
internal static class DemoScores
{
    private const double Kept = 0.6;
    private const double New = 0.8;
    private const double Common = 0.866; // subscales of engagement go together at about .75, so that their sum has the printed deviation
    private const double Own = 0.5;

    public static void Draw(FamilyPlan[] plans, int families)
    {
        for (var wave = 0; wave < 2; wave++)
        {
            var met = plans.Where(p => wave == 0 ? !p.MissedFirst : p.Second == SecondWave.Interviewed).ToList();
            Give(Answering(met, PublishedFigures.Lubben[wave].Base, families, Purpose.LubbenDone, wave), wave, p => Latent(p, Purpose.Lubben, wave),
                PublishedFigures.Lubben[wave].Scores, (plan, score) => plan.Lubben = score);
            Give(Answering(met, PublishedFigures.Mastery[wave].Base, families, Purpose.MasteryDone, wave), wave, p => Latent(p, Purpose.Mastery, wave),
                PublishedFigures.Mastery[wave].Scores, (plan, score) => plan.Mastery = score);
            Engage(Answering(met, PublishedFigures.EngagementBase[wave], families, Purpose.EngagementDone, wave), wave);
            Goals(met, wave);
        }
    }

    private static void Engage(List<FamilyPlan> answering, int wave)
    {
        foreach (var p in answering) p.Waves[wave].Engagement = new(0, 0, 0, 0);
        for (var scale = 0; scale < 4; scale++)
        {
            var at = scale;
            Give(answering, wave, p => Common * Latent(p, Purpose.Engagement, wave) + Own * Nth(p, Purpose.Engagement, 2 + 4 * wave + at), PublishedFigures.Engagement[wave][at],
                (plan, score) => plan.Engagement = at switch
                {
                    0 => plan.Engagement! with { BuyIn = score },
                    1 => plan.Engagement! with { Receptivity = score },
                    2 => plan.Engagement! with { Relationship = score },
                    _ => plan.Engagement! with { Mistrust = score },
                });
        }
    }

    /// <summary>A fixed share does not know the worker's goals; the less a parent agrees with the worker, the likelier.</summary>
    private static void Goals(List<FamilyPlan> met, int wave)
    {
        var share = wave == 0 ? PublishedFigures.GoalsNotKnownFirst : PublishedFigures.GoalsNotKnownSecond;
        var unknown = (int)Math.Round(share * met.Count);
        foreach (var p in met.OrderBy(p => 0.6 * p.Agreement + Nth(p, Purpose.Goals, wave)).Take(unknown)) p.Waves[wave].KnowsGoals = false;
    }

    private static List<FamilyPlan> Answering(List<FamilyPlan> met, int count, int families, Purpose purpose, int wave) =>
        [.. met.OrderBy(p => Nth(p, purpose, wave)).Take(DemoPlan.Scaled(count, families))];

    private static void Give(List<FamilyPlan> answering, int wave, Func<FamilyPlan, double> latent, ScoreDistribution scores, Action<WavePlan, int> give)
    {
        var rank = 0;
        foreach (var p in answering.OrderBy(latent)) give(p.Waves[wave], scores.At((rank++ + 0.5) / answering.Count));
    }

    private static double Latent(FamilyPlan p, Purpose purpose, int wave) =>
        wave == 0 ? Nth(p, purpose, 0) : Kept * Nth(p, purpose, 0) + New * Nth(p, purpose, 1);

    /// <summary>The nth number of a family's stream for a purpose.</summary>
    private static double Nth(FamilyPlan p, Purpose purpose, int n)
    {
        var draws = p.Draws(purpose);
        for (var i = 0; i < n; i++) draws.Normal();
        return draws.Normal();
    }
}
