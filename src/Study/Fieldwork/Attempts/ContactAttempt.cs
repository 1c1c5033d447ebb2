using Orleans;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Fieldwork.Attempts;

/// <summary>How a family was tried. Numbers and names are stored; append only.</summary>
public enum AttemptMode { Visit = 0, Telephone = 1, Video = 2, Text = 3, Email = 4, Letter = 5, Worker = 6 }

/// <summary>What is to be done next. Numbers and names are stored; append only.</summary>
public enum NextStep { None = 0, Visit = 1, Telephone = 2, Video = 3, Text = 4, Email = 5, Letter = 6, Worker = 7, Trace = 8, Appointment = 9, Final = 10 }

/// <summary>One attempt to reach a family at a wave.</summary>
/// <param name="At">When it was made.</param>
/// <param name="By">Account of who tried.</param>
/// <param name="Outcome">One of <see cref="AttemptOutcomes"/>.</param>
/// <param name="With">Whom it was meant to reach; <c>null</c> where it went to the worker.</param>
/// <param name="Note">Names nobody and holds no number or address.</param>
/// <param name="NextOn">Local date of the next step.</param>
[GenerateSerializer, Immutable, Alias("sos.contact-attempt")]
public sealed record ContactAttempt(
    [property: Id(0)] AttemptMode Mode,
    [property: Id(1)] DateTimeOffset At,
    [property: Id(2)] string By,
    [property: Id(3)] string Outcome,
    [property: Id(4)] MemberId? With,
    [property: Id(5)] string Note,
    [property: Id(6)] NextStep Next,
    [property: Id(7)] DateOnly? NextOn)
{
    /// <summary>It was made although the member's safe-contact flags forbade it; the reason stands in the record.</summary>
    [Id(8)] public bool AgainstSafety { get; init; }
}

/// <summary>An attempt as recorded at a wave; its number never changes and is never used again.</summary>
[GenerateSerializer, Immutable, Alias("sos.wave-attempt")]
public sealed record WaveAttempt(
    [property: Id(0)] WaveCode Wave, [property: Id(1)] int Number, [property: Id(2)] ContactAttempt Attempt, [property: Id(3)] string RecordedBy, [property: Id(4)] DateTimeOffset RecordedAt)
{
    /// <summary>Why it was struck out as recorded in error; <c>null</c> where it stands.</summary>
    [Id(5)] public string? StruckBecause { get; init; }

    public bool Stands => StruckBecause is null;
}

public static class AttemptModes
{
    /// <summary>Whether somebody tried to speak to the family: what the protocol counts.</summary>
    public static bool IsCounted(this AttemptMode mode) => mode is AttemptMode.Visit or AttemptMode.Telephone or AttemptMode.Video;

    /// <summary>How the next step reaches the family; <c>null</c> where it does not.</summary>
    public static AttemptMode? Mode(this NextStep next) => next is > NextStep.None and <= NextStep.Worker ? (AttemptMode)((int)next - 1) : null;
}
