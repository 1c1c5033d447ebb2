using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Extracts.Datasets;

/// <summary>What is worked out once per version of an instrument; neighbouring rows mostly ask for the same one.</summary>
internal sealed class PerInstrument<T>(Func<InstrumentDefinition, T> make)
{
    private readonly Dictionary<InstrumentDefinition, T> known = new(ReferenceEqualityComparer.Instance);
    private InstrumentDefinition? last;
    private T? lastValue;

    public T Of(InstrumentDefinition instrument)
    {
        if (ReferenceEquals(instrument, last)) return lastValue!;
        if (!known.TryGetValue(instrument, out var value)) known.Add(instrument, value = make(instrument));
        (last, lastValue) = (instrument, value);
        return value;
    }
}
