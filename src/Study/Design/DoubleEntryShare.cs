using Orleans;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Design;

/// <summary>What share of an instrument's forms is entered a second time, at one wave or (none named) at every wave.</summary>
/// <param name="Percent">0 to 100.</param>
[GenerateSerializer, Immutable, Alias("sos.double-entry-share")]
public sealed record DoubleEntryShare([property: Id(0)] InstrumentId Instrument, [property: Id(1)] WaveCode? Wave, [property: Id(2)] int Percent);
