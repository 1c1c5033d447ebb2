namespace SosLongitudinal.Study.Instruments;

/// <summary>One scale, its names turned into places.</summary>
internal abstract class ScoreStep
{
    protected static readonly short TooFew = DenseCode.Of(MissingReason.TooFewItems);

    private ScoreStep() { }

    /// <param name="scores">The scores of the scales in front of this one.</param>
    public abstract short Score(ReadOnlySpan<short> row, ReadOnlySpan<short> scores);

    public static ScoreStep Of(InstrumentDefinition definition, Scale scale, MissingItemRule rule)
    {
        if (scale.SumOf.IsEmpty) return new OfItems(definition, scale, rule);
        var names = definition.Scales.Select(s => s.Name).ToList();
        var places = scale.SumOf.Select(name => names.IndexOf(name)).ToArray();
        return new OfScales(places, [.. places.Select(at => 100 / definition.Scales[at].Unit)], 100 / scale.Unit);
    }

    private sealed class OfItems(InstrumentDefinition definition, Scale scale, MissingItemRule rule) : ScoreStep
    {
        private readonly int[] places = [.. scale.Items.Select(definition.Shape.IndexOf)];
        private readonly bool[] reversed = [.. scale.Items.Select(scale.Reversed.Contains)];
        private readonly int[][] recodes = [.. scale.Items.Select(item => scale.RecodeOf(item).ToArray())];
        private readonly int reverseFrom = scale.ReverseFrom;
        private readonly int prorateTo = scale.Method == ScaleMethod.Mean ? 1 : scale.ProrateTo ?? 0; // a mean is the sum brought down to one item
        private readonly int unit = scale.Unit;
        private readonly int least = rule == MissingItemRule.Strict ? scale.Items.Length : scale.Least ?? scale.Items.Length;
        private readonly int gate = scale.Gate is { } g ? definition.Shape.IndexOf(g.Item) : -1;
        private readonly int[] gateValues = [.. scale.Gate?.Values ?? []];
        private readonly short gateScore = (short)((scale.Gate?.Score ?? 0) * scale.Unit);

        public override short Score(ReadOnlySpan<short> row, ReadOnlySpan<short> scores)
        {
            if (gate >= 0 && DenseCode.IsCode(row[gate]) && gateValues.AsSpan().Contains(row[gate])) return gateScore;
            var (sum, answered) = (0, 0);
            for (var i = 0; i < places.Length; i++)
            {
                int code = row[places[i]];
                if (!DenseCode.IsCode((short)code)) continue;
                answered++;
                if (recodes[i] is { Length: > 0 } recode) code = recode[Math.Clamp(code, 0, recode.Length - 1)];
                sum += reversed[i] ? reverseFrom - code : code;
            }
            if (answered == 0 || answered < least) return TooFew;
            return (short)(prorateTo == 0 ? sum * unit : HalfUp(sum * prorateTo * unit, answered));
        }
    }

    /// <param name="weights">What one held score of each part is in hundredths.</param>
    /// <param name="weight">And one of the sum's.</param>
    private sealed class OfScales(int[] places, int[] weights, int weight) : ScoreStep
    {
        public override short Score(ReadOnlySpan<short> row, ReadOnlySpan<short> scores)
        {
            var sum = 0;
            for (var i = 0; i < places.Length; i++)
            {
                if (!DenseCode.IsCode(scores[places[i]])) return scores[places[i]];
                sum += scores[places[i]] * weights[i];
            }
            return (short)HalfUp(sum, weight);
        }
    }

    /// <summary>In whole numbers, since Math.Round takes 2.5 to 2 where the published rule gives 3.</summary>
    private static int HalfUp(int dividend, int divisor)
    {
        var (quotient, rest) = Math.DivRem(2 * dividend + divisor, 2 * divisor);
        return rest < 0 ? quotient - 1 : quotient;
    }
}
