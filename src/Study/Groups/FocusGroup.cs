using System.Collections.Immutable;
using Orleans;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Groups;

/// <summary>What a group is to be.</summary>
/// <param name="Seats">The most that take part.</param>
/// <param name="PlannedOn">The day that it is meant for; nobody's time is taken by it.</param>
/// <param name="Minutes">How long it is to take.</param>
[GenerateSerializer, Immutable, Alias("sos.group-plan")]
public sealed record GroupPlan(
    [property: Id(0)] SiteCode Site, [property: Id(1)] WaveCode Wave, [property: Id(2)] GroupKind Kind, [property: Id(3)] int Seats, [property: Id(4)] DateOnly? PlannedOn = null, [property: Id(5)] int Minutes = 90)
{
    /// <summary>Ages in completed years between which young people are invited, both inside.</summary>
    [Id(6)] public int FromAge { get; init; } = 11;
    [Id(7)] public int ToAge { get; init; } = 17;
}

/// <summary>A focus group or key-informant interview as folded from its facts.</summary>
[GenerateSerializer, Immutable, Alias("sos.focus-group")]
public sealed record FocusGroup([property: Id(0)] GroupId Id)
{
    /// <summary><c>null</c> before it is planned.</summary>
    [Id(1)] public GroupPlan? Plan { get; init; }
    [Id(2)] public GroupState State { get; init; }

    /// <summary>The session that is booked or was held; <c>null</c> while it is only planned.</summary>
    [Id(3)] public SessionPlan? Session { get; init; }

    /// <summary>The operation under which the diaries keep its present time.</summary>
    [Id(4)] public OperationId? Booking { get; init; }

    /// <summary>Oldest first.</summary>
    [Id(5)] public ImmutableArray<SessionMove> Moves { get; init; } = [];
    [Id(6)] public ImmutableArray<OperationId> AbandonedBookings { get; init; } = [];

    /// <summary>In order of their numbers, whatever became of them.</summary>
    [Id(7)] public ImmutableArray<Invitation> Invitations { get; init; } = [];
    [Id(8)] public ImmutableArray<GroupDraw> Draws { get; init; } = [];

    /// <summary>In the order of recording.</summary>
    [Id(9)] public ImmutableArray<TranscriptNote> Transcript { get; init; } = [];

    /// <summary>Why it was cancelled, or closed without a coded transcript.</summary>
    [Id(10)] public string? Why { get; init; }

    /// <summary>The highest number that an invitation ever had, those of erased people included.</summary>
    [Id(11)] public int LastNumber { get; init; }
    [Id(12)] public int LastPlace { get; init; }

    /// <summary>How many facts this is the fold of.</summary>
    [Id(13)] public int Version { get; init; }

    public bool Exists => Plan is not null;

    /// <summary>Whether it is still to take place.</summary>
    public bool IsToCome => State is GroupState.Planned or GroupState.Scheduled;

    /// <summary>Those with a seat, in order.</summary>
    public IEnumerable<Invitation> Seated => Invitations.Where(i => i.HasSeat).OrderBy(i => i.Place);

    /// <summary>The waiting list, in order.</summary>
    public IEnumerable<Invitation> Waiting => Invitations.Where(i => i.Waits).OrderBy(i => i.Place);

    public TranscriptStep TranscriptAt => Transcript is [.., var last] ? last.Step : TranscriptStep.None;

    /// <summary>Whether everybody who came agreed to be recorded; <c>null</c> until it is said who came.</summary>
    public bool? MayBeRecorded => Invitations.Any(i => i.Came == true) ? Invitations.All(i => i.Came != true || i.Recording == RecordingAnswer.Agreed) : null;

    public Invitation? Invitation(int number)
    {
        foreach (var i in Invitations) if (i.Number == number) return i;
        return null;
    }

    /// <summary>Whether the diaries are to keep the time of a booking; what was held keeps it too.</summary>
    public bool Keeps(OperationId booking) => Booking == booking && State is not (GroupState.Planned or GroupState.Cancelled);

    /// <summary>Whether a booking came here, whatever became of it.</summary>
    public bool Knows(OperationId booking) => Booking == booking || Moves.Any(m => m.Booking == booking);
}
