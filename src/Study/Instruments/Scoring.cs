using System.Collections.Immutable;

namespace SosLongitudinal.Study.Instruments;

/// <summary>Scores one form with its bands. For many forms use <see cref="ScorePlan"/> and <see cref="BandTable"/>.</summary>
public static class Scoring
{
    public static Scores Score(InstrumentDefinition definition, Answers answers, MissingItemRule rule = MissingItemRule.Published)
    {
        var plan = ScorePlan.Of(definition, rule);
        Span<short> scores = plan.Count <= 256 ? stackalloc short[plan.Count] : new short[plan.Count];
        plan.Score(answers, scores);
        var all = ImmutableArray.CreateBuilder<ScaleScore>(plan.Count);
        for (var i = 0; i < plan.Count; i++) all.Add(One(definition, plan.Scales[i].Name, scores[i]));
        return new(all.MoveToImmutable());
    }

    private static ScaleScore One(InstrumentDefinition definition, string scale, short score) => DenseCode.IsCode(score)
        ? new(scale, score, null, [.. definition.Bands.Select(b => new ScoreBand(b.Name, b.Word(scale, score), b.Provisional))])
        : new(scale, null, DenseCode.ReasonOf(score), []);
}
