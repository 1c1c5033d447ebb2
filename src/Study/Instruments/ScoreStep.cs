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
        return new OfScales([.. scale.SumOf.Select(name => names.IndexOf(name))]);
    }

    private sealed class OfItems(InstrumentDefinition definition, Scale scale, MissingItemRule rule) : ScoreStep
    {
        private readonly int[] places = [.. scale.Items.Select(definition.Shape.IndexOf)];
        private readonly bool[] reversed = [.. scale.Items.Select(scale.Reversed.Contains)];
        private readonly int[] recode = [.. scale.Recode];
        private readonly int reverseFrom = scale.ReverseFrom;
        private readonly int prorateTo = scale.ProrateTo ?? 0;
        private readonly int least = rule == MissingItemRule.Strict ? scale.Items.Length : scale.Least ?? scale.Items.Length;
        private readonly int gate = scale.Gate is { } g ? definition.Shape.IndexOf(g.Item) : -1;
        private readonly int[] gateValues = [.. scale.Gate?.Values ?? []];
        private readonly short gateScore = (short)(scale.Gate?.Score ?? 0);

        public override short Score(ReadOnlySpan<short> row, ReadOnlySpan<short> scores)
        {
            if (gate >= 0 && DenseCode.IsCode(row[gate]) && gateValues.AsSpan().Contains(row[gate])) return gateScore;
            var (sum, answered) = (0, 0);
            for (var i = 0; i < places.Length; i++)
            {
                int code = row[places[i]];
                if (!DenseCode.IsCode((short)code)) continue;
                answered++;
                if (recode.Length > 0) code = recode[Math.Clamp(code, 0, recode.Length - 1)];
                sum += reversed[i] ? reverseFrom - code : code;
            }
            if (answered == 0 || answered < least) return TooFew;
            return (short)(prorateTo == 0 ? sum : HalfUp(sum * prorateTo, answered));
        }

        /// <summary>In whole numbers, since Math.Round takes 2.5 to 2 where the published rule gives 3.</summary>
        private static int HalfUp(int dividend, int divisor)
        {
            var (quotient, rest) = Math.DivRem(2 * dividend + divisor, 2 * divisor);
            return rest < 0 ? quotient - 1 : quotient;
        }
    }

    private sealed class OfScales(int[] places) : ScoreStep
    {
        public override short Score(ReadOnlySpan<short> row, ReadOnlySpan<short> scores)
        {
            var sum = 0;
            foreach (var place in places)
            {
                if (!DenseCode.IsCode(scores[place])) return scores[place];
                sum += scores[place];
            }
            return (short)sum;
        }
    }
}
