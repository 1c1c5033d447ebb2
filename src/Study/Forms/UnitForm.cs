using Orleans;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Forms;

/// <summary>A filled form about a social worker or a site. One form a wave and instrument; sent again with a reason it takes the place of the one before.</summary>
[GenerateSerializer, Immutable, Alias("sos.unit-form-entry")]
public sealed record UnitFormEntry(
    [property: Id(0)] WaveCode Wave,
    [property: Id(1)] InstrumentId Instrument,
    [property: Id(2)] int InstrumentVersion,
    [property: Id(3)] DateOnly CompletedOn,
    [property: Id(4)] FormMode Mode,
    [property: Id(5)] string Language,
    [property: Id(6)] Answers Answers)
{
    /// <summary>Answers typed to items that do not apply.</summary>
    [Id(7)] public Answers? Aside { get; init; }
}

/// <summary>One form in a worker's or a site's state.</summary>
/// <param name="Version">The number of the fact that it comes from.</param>
[GenerateSerializer, Immutable, Alias("sos.unit-form")]
public sealed record UnitForm(
    [property: Id(0)] UnitFormEntry Entry, [property: Id(1)] DateTimeOffset EnteredAt, [property: Id(2)] string EnteredBy, [property: Id(3)] int Version);
