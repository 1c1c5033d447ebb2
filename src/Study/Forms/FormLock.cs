using Orleans;

namespace SosLongitudinal.Study.Forms;

/// <summary>A form was locked: nothing of it changes until it is unlocked.</summary>
[GenerateSerializer, Immutable, Alias("sos.form-lock")]
public sealed record FormLock([property: Id(0)] string By, [property: Id(1)] DateTimeOffset At, [property: Id(2)] string Why)
{
    /// <summary>Who opened it again, when and why; <c>null</c> while it stands.</summary>
    [Id(3)] public FormUnlock? Unlocked { get; init; }
}

[GenerateSerializer, Immutable, Alias("sos.form-unlock")]
public sealed record FormUnlock([property: Id(0)] string By, [property: Id(1)] DateTimeOffset At, [property: Id(2)] string Why);
