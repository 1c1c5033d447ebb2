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
        for (var i = 0; i < plan.Count; i++) all.Add(One(definition, plan.Scales[i], scores[i]));
        return new(all.MoveToImmutable());
    }

    private static ScaleScore One(InstrumentDefinition definition, Scale scale, short score)
    {
        if (!DenseCode.IsCode(score)) return new(scale.Name, null, DenseCode.ReasonOf(score), []);
        var number = scale.NumberOf(score);
        return new(scale.Name, (int)Math.Floor(number + 0.5m), null, [.. definition.Bands.Select(b => new ScoreBand(b.Name, b.Word(scale.Name, scale.FloorOf(score)), b.Provisional))]) { Number = number };
    }
}
