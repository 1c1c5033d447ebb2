using Orleans;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Design;

/// <summary>A wave was frozen: none of its forms changes and none comes to it, from <see cref="At"/> until it is thawed.</summary>
[GenerateSerializer, Immutable, Alias("sos.wave-freeze")]
public sealed record WaveFreeze(
    [property: Id(0)] WaveCode Wave, [property: Id(1)] string By, [property: Id(2)] DateTimeOffset At, [property: Id(3)] string Why)
{
    /// <summary>Who opened it again, when and why; <c>null</c> while it stands.</summary>
    [Id(4)] public WaveThaw? Thawed { get; init; }

    public bool IsOn(DateTimeOffset at) => At <= at && (Thawed is not { } thaw || at < thaw.At);
}

[GenerateSerializer, Immutable, Alias("sos.wave-thaw")]
public sealed record WaveThaw([property: Id(0)] string By, [property: Id(1)] DateTimeOffset At, [property: Id(2)] string Why);
