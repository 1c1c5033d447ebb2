using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace SosLongitudinal.Study.Instruments;

/// <summary>
/// A definition's scales made ready to score many forms without allocating. Scores are <see cref="DenseCode"/>s in the order of
/// <see cref="Scales"/>: a number, or why there is none.
/// </summary>
public sealed class ScorePlan
{
    private static readonly ConditionalWeakTable<InstrumentDefinition, ScorePlan> Published = [];
    private static readonly ConditionalWeakTable<InstrumentDefinition, ScorePlan> Strict = [];

    private readonly AnswerShape shape;
    private readonly ScoreStep[] steps;

    private ScorePlan(InstrumentDefinition definition, MissingItemRule rule)
    {
        shape = definition.Shape;
        Scales = definition.Scales;
        steps = [.. Scales.Select(scale => ScoreStep.Of(definition, scale, rule))];
    }

    public ImmutableArray<Scale> Scales { get; }

    public int Count => steps.Length;

    /// <summary>Made once per definition and rule.</summary>
    public static ScorePlan Of(InstrumentDefinition definition, MissingItemRule rule = MissingItemRule.Published) => rule == MissingItemRule.Published
        ? Published.GetValue(definition, d => new(d, MissingItemRule.Published))
        : Strict.GetValue(definition, d => new(d, MissingItemRule.Strict));

    /// <summary>Where a scale stands; -1 where it does not.</summary>
    public int IndexOf(string scale)
    {
        for (var i = 0; i < Scales.Length; i++)
        {
            if (Scales[i].Name == scale) return i;
        }
        return -1;
    }

    /// <param name="row">One <see cref="DenseCode"/> per item, in the definition's order.</param>
    /// <param name="scores">Room for <see cref="Count"/> scores.</param>
    public void Score(ReadOnlySpan<short> row, Span<short> scores)
    {
        for (var i = 0; i < steps.Length; i++) scores[i] = steps[i].Score(row, scores);
    }

    /// <summary>Scores a form, also one that was filled on another version: items it lacks count as unanswered.</summary>
    public void Score(Answers answers, Span<short> scores)
    {
        if (ReferenceEquals(answers.Shape, shape))
        {
            Score(answers.Dense, scores);
            return;
        }
        Span<short> row = shape.Count <= 256 ? stackalloc short[shape.Count] : new short[shape.Count];
        var dense = answers.Dense;
        var positions = answers.Shape.PositionsOf(shape);
        for (var i = 0; i < row.Length; i++) row[i] = positions[i] < 0 ? DenseCode.Of(MissingReason.NotInVersion) : dense[positions[i]];
        Score(row, scores);
    }
}
