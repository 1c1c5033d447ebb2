using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Study.Demo;

/// <summary>
/// Fills one SDQ form from how far a child's difficulties lie from the mean of children known to social care. The same at both waves and whatever the
/// worker: no change is built in but what chance and retest bring.
/// </summary>
internal sealed class SdqForm
{
    private const double Missing = 0.006;
    private static readonly (string Scale, double Mean)[] Levels = [("emotion", 0.64), ("conduct", 0.62), ("hyper", 0.94), ("peer", 0.56), ("prosoc", 1.46)];
    private static readonly MissingReason[] Reasons = [MissingReason.DontKnow, MissingReason.NotStated, MissingReason.Refused];
    private readonly (int Index, double Mean, double Direction, bool Reversed)[] items;
    private readonly int gate;
    private readonly int[] supplement;

    public SdqForm(string id)
    {
        Definition = InstrumentShelf.Library[id];
        items = [.. Levels.SelectMany(level => Definition.Scales.Single(s => s.Name == level.Scale) is var scale
            ? scale.Items.Select(item => (Definition.Shape.IndexOf(item), level.Mean, level.Scale == "prosoc" ? -0.6 : 1.0, scale.Reversed.Contains(item)))
            : [])];
        gate = Definition.Shape.IndexOf("ebddiff");
        supplement = [.. Definition.Items.Where(i => i.Relevance is not null).Select(i => Definition.Shape.IndexOf(i.Name))];
    }

    public InstrumentDefinition Definition { get; }

    public Answers Of(double difficulties, Draws draws)
    {
        Span<short> codes = stackalloc short[Definition.Items.Length];
        foreach (var item in items)
        {
            var level = item.Mean + item.Direction * 0.4 * difficulties + 0.55 * draws.Normal();
            var answer = level < 0.5 ? 0 : level < 1.5 ? 1 : 2;
            codes[item.Index] = draws.Chance(Missing) ? DenseCode.Of(draws.Any<MissingReason>(Reasons)) : (short)(item.Reversed ? 2 - answer : answer);
        }
        var burden = difficulties + 0.6 * draws.Normal();
        var degree = burden < -0.3 ? 0 : burden < 0.5 ? 1 : burden < 1.3 ? 2 : 3;
        codes[gate] = (short)degree;
        foreach (var index in supplement)
            codes[index] = degree == 0 ? DenseCode.Of(MissingReason.NotApplicable) : (short)Math.Clamp((int)Math.Round(degree - 0.4 + 0.8 * draws.Normal()), 0, 3);
        return Answers.OfDense(Definition.Shape, codes);
    }
}
