using SosLongitudinal.Extracts.Reading;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Extracts.Merging;

/// <summary>For forms of one version at one wave: which of its items fills each column. For one thread.</summary>
internal sealed class RowPlan(ItemSource?[] sources)
{
    private AnswerShape? shape;
    private int[] positions = [];

    public ItemSource? this[int column] => sources[column];

    /// <summary>For each column where its answer stands; -1 where there is none.</summary>
    public int[] PositionsIn(AnswerShape answers)
    {
        if (ReferenceEquals(answers, shape)) return positions;
        positions = [.. sources.Select(s => s is null ? -1 : answers.IndexOf(s.Item.Name))];
        shape = answers;
        return positions;
    }
}

/// <summary>The plans of one block of columns, made as forms need them. For one thread.</summary>
internal sealed class RowPlans(IReadOnlyList<MergedItem> items)
{
    private readonly Dictionary<(InstrumentDefinition, int), RowPlan> known = new(ByInstance.Instance);
    private InstrumentDefinition? last;
    private int lastWave;
    private RowPlan? lastPlan;

    public RowPlan Of(InstrumentDefinition instrument, WaveReading wave)
    {
        if (ReferenceEquals(instrument, last) && lastWave == wave.Index) return lastPlan!;
        if (!known.TryGetValue((instrument, wave.Index), out var plan))
            known.Add((instrument, wave.Index), plan = new([.. items.Select(i => i.SourceOf(instrument, wave.Design.Code))]));
        (last, lastWave, lastPlan) = (instrument, wave.Index, plan);
        return plan;
    }

    private sealed class ByInstance : IEqualityComparer<(InstrumentDefinition, int)>
    {
        public static readonly ByInstance Instance = new();

        public bool Equals((InstrumentDefinition, int) x, (InstrumentDefinition, int) y) => ReferenceEquals(x.Item1, y.Item1) && x.Item2 == y.Item2;

        public int GetHashCode((InstrumentDefinition, int) key) => HashCode.Combine(System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(key.Item1), key.Item2);
    }
}
