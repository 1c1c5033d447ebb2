using Orleans;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Fieldwork.Tracing;

/// <summary>Where somebody looked for a family. Numbers and names are stored; append only.</summary>
public enum TracingSource
{
    StableContact = 0,
    /// <summary>The social worker or somebody else at the authority.</summary>
    Authority = 1,
    School = 2,
    /// <summary>The previous address, or a neighbour there.</summary>
    PreviousAddress = 3,
    PhoneDirectory = 4,
    ElectoralRegister = 5,
    /// <summary>A letter that came back, or its forwarding address.</summary>
    ReturnedLetter = 6,
    Email = 7,
    OtherStudyRecord = 8,
}

/// <summary>What looking there came to. Numbers and names are stored; append only.</summary>
public enum TracingResult
{
    Nothing = 0,
    /// <summary>They are recorded in the contact details, and nowhere else.</summary>
    NewDetails = 1,
    MovedWithinArea = 2,
    MovedOutOfArea = 3,
    WillPassOn = 4,
    RefusedToSay = 5,
    Died = 6,
}

/// <summary>One attempt to find a family that cannot be located. Coded throughout: no words of it could tell who or where they are.</summary>
/// <param name="On">Local date.</param>
/// <param name="By">Account of who looked.</param>
/// <param name="NextOn">Local date on which to go on looking; <c>null</c> where none is set.</param>
[GenerateSerializer, Immutable, Alias("sos.tracing-attempt")]
public sealed record TracingAttempt(
    [property: Id(0)] TracingSource Source, [property: Id(1)] DateOnly On, [property: Id(2)] string By, [property: Id(3)] TracingResult Result, [property: Id(4)] DateOnly? NextOn);

/// <summary>An attempt to find a family as recorded at a wave; its number never changes and is never used again.</summary>
[GenerateSerializer, Immutable, Alias("sos.wave-tracing")]
public sealed record WaveTracing(
    [property: Id(0)] WaveCode Wave, [property: Id(1)] int Number, [property: Id(2)] TracingAttempt Attempt, [property: Id(3)] string RecordedBy, [property: Id(4)] DateTimeOffset RecordedAt)
{
    /// <summary>Why it was struck out as recorded in error; <c>null</c> where it stands.</summary>
    [Id(5)] public string? StruckBecause { get; init; }

    public bool Stands => StruckBecause is null;
}
