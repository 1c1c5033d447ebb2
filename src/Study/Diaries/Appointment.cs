using System.Collections.Immutable;
using Orleans;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Fieldwork.Safety;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Diaries;

/// <summary>What is to happen: who meets the family, when, how and where. Face to face without a room is at the family's home.</summary>
/// <param name="Interviewer">The interviewer's account key.</param>
/// <param name="Start">The instant, with the offset of the study's time zone then.</param>
/// <param name="Minutes">How long the meeting takes.</param>
/// <param name="Travel">Minutes that the interviewer needs before it and again after it; the room is not taken for them.</param>
/// <param name="Second">The account key of a second person who comes along.</param>
[GenerateSerializer, Immutable, Alias("sos.appointment-plan")]
public sealed record AppointmentPlan(
    [property: Id(0)] WaveCode Wave,
    [property: Id(1)] VisitMode Mode,
    [property: Id(2)] string Interviewer,
    [property: Id(3)] DateTimeOffset Start,
    [property: Id(4)] int Minutes,
    [property: Id(5)] int Travel = 0,
    [property: Id(6)] RoomCode? Room = null,
    [property: Id(7)] string? Second = null)
{
    public DateTimeOffset End => Start.AddMinutes(Minutes);

    /// <summary>A code for where it is; never an address.</summary>
    public string Place => Mode switch { VisitMode.Telephone => "telephone", VisitMode.Video => "video", _ => Room?.Text ?? "home" };

    /// <summary>Whether one person meets the family in person.</summary>
    public bool IsAlone => Mode == VisitMode.FaceToFace && Second is null;

    public bool Involves(string account) => Interviewer == account || Second == account;
}

public enum AppointmentState { Booked = 0, Confirmed = 1, Completed = 2, NoShow = 3, Cancelled = 4 }

/// <summary>Who wanted it changed.</summary>
public enum AskedBy { Family = 0, Interviewer = 1, Coordinator = 2, SocialWorker = 3 }

/// <summary>One link of the chain: what the appointment was before it moved, who asked, why.</summary>
[GenerateSerializer, Immutable, Alias("sos.appointment-move")]
public sealed record AppointmentMove(
    [property: Id(0)] AppointmentPlan Was, [property: Id(1)] OperationId Booking, [property: Id(2)] AskedBy Asked, [property: Id(3)] string? Why, [property: Id(4)] string By, [property: Id(5)] DateTimeOffset At);

/// <summary>An appointment of a family, numbered from 1.</summary>
/// <param name="Booking">The operation under which the diaries keep its present time.</param>
[GenerateSerializer, Immutable, Alias("sos.appointment")]
public sealed record Appointment(
    [property: Id(0)] int Number, [property: Id(1)] AppointmentPlan Plan, [property: Id(2)] OperationId Booking, [property: Id(3)] AppointmentState State)
{
    /// <summary>Oldest first.</summary>
    [Id(4)] public ImmutableArray<AppointmentMove> Moves { get; init; } = [];

    /// <summary>Who cancelled it; with the reason in <see cref="Why"/>.</summary>
    [Id(5)] public AskedBy? CancelledBy { get; init; }
    [Id(6)] public string? Why { get; init; }

    /// <summary>What is known of those who went; <c>null</c> while nothing is, and again once it moves.</summary>
    [Id(7)] public VisitSafety? Safety { get; init; }

    /// <summary>The moves of its time, place or interviewer, oldest first: that somebody comes along, or no longer does, is none to the family.</summary>
    public IEnumerable<AppointmentMove> ProperMoves => Moves.Where((move, i) => !IsOnlySecond(move.Was, i + 1 < Moves.Length ? Moves[i + 1].Was : Plan));

    /// <summary>The booking under which the family was told of its present time; another once it properly moves.</summary>
    public OperationId Told
    {
        get
        {
            var (told, plan) = (Booking, Plan);
            for (var i = Moves.Length - 1; i >= 0 && IsOnlySecond(Moves[i].Was, plan); i--) (told, plan) = (Moves[i].Booking, Moves[i].Was);
            return told;
        }
    }

    /// <summary>Whether nothing but the second person differs.</summary>
    public static bool IsOnlySecond(AppointmentPlan was, AppointmentPlan now) => was.Second != now.Second && was with { Second = now.Second } == now;

    /// <summary>Whether it is still to happen or to be said what became of it.</summary>
    public bool IsOpen => State is AppointmentState.Booked or AppointmentState.Confirmed;

    /// <summary>Whether the diaries keep its time; what has taken place keeps it too.</summary>
    public bool HoldsTime => State != AppointmentState.Cancelled;
}
