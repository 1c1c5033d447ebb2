using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Study.Demo;

/// <summary>A form whose answers are made to add to given scores of its scales.</summary>
internal sealed class ScoredForm
{
    private readonly (int[] Items, bool[] Reversed, int From, int Least, int Most)[] scales;

    public ScoredForm(string id, params ReadOnlySpan<string> scaleNames)
    {
        Definition = InstrumentShelf.Library[id];
        scales = new (int[], bool[], int, int, int)[scaleNames.Length];
        for (var i = 0; i < scales.Length; i++)
        {
            var name = scaleNames[i];
            var scale = Definition.Scales.Single(s => s.Name == name);
            var choices = Definition.ChoicesOf(Definition.ItemOf(scale.Items[0])!);
            scales[i] = ([.. scale.Items.Select(Definition.Shape.IndexOf)], [.. scale.Items.Select(scale.Reversed.Contains)], scale.ReverseFrom, choices.Min(c => c.Code), choices.Max(c => c.Code));
        }
    }

    public InstrumentDefinition Definition { get; }

    /// <param name="scores">One for each of the form's scales.</param>
    public Answers Of(Draws draws, params ReadOnlySpan<int> scores)
    {
        Span<short> codes = stackalloc short[Definition.Items.Length];
        for (var i = 0; i < scales.Length; i++) Spread(codes, scales[i], scores[i], draws);
        return Answers.OfDense(Definition.Shape, codes);
    }

    /// <summary>The Lubben total parted into family and friends; at Time 1 family has a little more.</summary>
    public Answers Network(int total, int wave, Draws draws)
    {
        var family = (int)Math.Round(total / 2.0 + (wave == 0 ? 0.45 : 0.05) + 1.8 * draws.Normal());
        family = Math.Clamp(family, Math.Max(0, total - 15), Math.Min(15, total));
        return Of(draws, family, total - family);
    }

    /// <summary>Evenly first, then some points moved from one item to another.</summary>
    private static void Spread(Span<short> codes, in (int[] Items, bool[] Reversed, int From, int Least, int Most) scale, int score, Draws draws)
    {
        var count = scale.Items.Length;
        Span<int> values = stackalloc int[count];
        for (var i = 0; i < count; i++) values[i] = score / count + (i < score % count ? 1 : 0);
        for (var i = 0; i < count; i++)
        {
            var (from, to) = (draws.Between(0, count - 1), draws.Between(0, count - 1));
            if (from == to || values[from] <= scale.Least || values[to] >= scale.Most) continue;
            values[from]--;
            values[to]++;
        }
        for (var i = 0; i < count; i++) codes[scale.Items[i]] = (short)(scale.Reversed[i] ? scale.From - values[i] : values[i]);
    }
}
