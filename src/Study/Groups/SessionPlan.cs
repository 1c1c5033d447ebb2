using System.Collections.Immutable;
using Orleans;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Groups;

/// <summary>When, where and by whom a group is held.</summary>
/// <param name="Facilitators">Their account keys, the one who leads first.</param>
/// <param name="Start">The instant, with the offset of the study's time zone then.</param>
/// <param name="Travel">Minutes that the facilitators need before it and again after it; the room is not taken for them.</param>
/// <param name="Room">Without one, a key informant is met at their own office.</param>
[GenerateSerializer, Immutable, Alias("sos.session-plan")]
public sealed record SessionPlan(
    [property: Id(0)] ImmutableArray<string> Facilitators,
    [property: Id(1)] DateTimeOffset Start,
    [property: Id(2)] int Minutes,
    [property: Id(3)] RoomCode? Room = null,
    [property: Id(4)] int Travel = 0,
    [property: Id(5)] VisitMode Mode = VisitMode.FaceToFace)
{
    public DateTimeOffset End => Start.AddMinutes(Minutes);

    /// <summary>A code for where it is; never an address.</summary>
    public string Place => Mode switch { VisitMode.Telephone => "telephone", VisitMode.Video => "video", _ => Room?.Text ?? "their-office" };

    public bool Involves(string account) => Facilitators.Contains(account);

    public bool IsSameAs(SessionPlan other) => this with { Facilitators = other.Facilitators } == other && Facilitators.SequenceEqual(other.Facilitators);
}

/// <summary>One link of the chain: the session before it moved, and why.</summary>
[GenerateSerializer, Immutable, Alias("sos.session-move")]
public sealed record SessionMove([property: Id(0)] SessionPlan Was, [property: Id(1)] OperationId Booking, [property: Id(2)] string? Why, [property: Id(3)] string By, [property: Id(4)] DateTimeOffset At);
