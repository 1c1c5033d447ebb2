using Orleans;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Forms.Moves;

/// <summary>A form went from one place of its family to another, alone or in exchange for the form that was there.</summary>
[GenerateSerializer, Immutable, Alias("sos.form-move")]
public sealed record FormMove(
    [property: Id(0)] FormPlace From,
    [property: Id(1)] FormPlace To,
    [property: Id(2)] string By,
    [property: Id(3)] DateTimeOffset At,
    [property: Id(4)] string Why,
    [property: Id(5)] bool Swapped);

/// <summary>A form is to go to another family.</summary>
[GenerateSerializer, Immutable, Alias("sos.form-leaving")]
public sealed record FormLeaving(
    [property: Id(0)] FamilyId To, [property: Id(1)] FormPlace Place, [property: Id(2)] string By, [property: Id(3)] DateTimeOffset At, [property: Id(4)] string Why);

/// <summary>A form was first entered under another family.</summary>
[GenerateSerializer, Immutable, Alias("sos.form-origin")]
public sealed record FormOrigin(
    [property: Id(0)] FamilyId From, [property: Id(1)] FormPlace Place, [property: Id(2)] string By, [property: Id(3)] DateTimeOffset At, [property: Id(4)] string Why)
{
    /// <summary>When its second entry there was settled or found to agree.</summary>
    [Id(5)] public DateTimeOffset? VerifiedAt { get; init; }
}

/// <summary>A form that went to another family: where it was, and where it is now.</summary>
[GenerateSerializer, Immutable, Alias("sos.form-given-up")]
public sealed record FormGivenUp([property: Id(0)] FormPlace Place, [property: Id(1)] FamilyId To, [property: Id(2)] FormPlace Now);
