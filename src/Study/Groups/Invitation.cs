using Orleans;
using SosLongitudinal.Study.Fieldwork.Attempts;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Groups;

/// <summary>One person's invitation to a group, numbered from 1 in the order of the draw.</summary>
/// <param name="Way">How they are asked.</param>
/// <param name="Operation">The command that invited them.</param>
[GenerateSerializer, Immutable, Alias("sos.invitation")]
public sealed record Invitation(
    [property: Id(0)] int Number, [property: Id(1)] Invitee Invitee, [property: Id(2)] AttemptMode Way, [property: Id(3)] OperationId Operation, [property: Id(4)] DateTimeOffset At)
{
    /// <summary>Their place in the order in which seats are given; whoever said no and then yes goes to the end.</summary>
    [Id(5)] public int Place { get; init; }

    /// <summary>Since when they have a seat; <c>null</c> where they are on the waiting list or out.</summary>
    [Id(6)] public DateTimeOffset? SeatSince { get; init; }
    [Id(7)] public GroupReply Reply { get; init; }
    [Id(8)] public DateTimeOffset? RepliedAt { get; init; }

    /// <summary>Why they are no longer invited.</summary>
    [Id(9)] public OffReason? Off { get; init; }
    [Id(10)] public DateTimeOffset? OffAt { get; init; }

    /// <summary>Whether they came; <c>null</c> until it is said.</summary>
    [Id(11)] public bool? Came { get; init; }
    [Id(12)] public RecordingAnswer Recording { get; init; }

    /// <summary>Whether they have or wait for a seat.</summary>
    public bool Stands => Off is null && Reply != GroupReply.No;

    public bool HasSeat => SeatSince is not null;

    public bool Waits => Stands && !HasSeat;

    /// <summary>Whether a seat is theirs and they said that they will come.</summary>
    public bool Accepted => HasSeat && Reply == GroupReply.Yes;
}

/// <summary>One draw of people to invite.</summary>
/// <param name="Asked">How many were wanted.</param>
/// <param name="Eligible">How many could have been drawn.</param>
/// <param name="PassedOver">How many of those in front were passed over, since safe contact forbids this way.</param>
[GenerateSerializer, Immutable, Alias("sos.group-draw")]
public sealed record GroupDraw(
    [property: Id(0)] int Asked, [property: Id(1)] AttemptMode Way, [property: Id(2)] int Eligible, [property: Id(3)] int PassedOver)
{
    [Id(4)] public OperationId Operation { get; init; }
    [Id(5)] public DateTimeOffset At { get; init; }
}
