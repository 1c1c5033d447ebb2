using System.Collections.Immutable;
using System.Text.Json.Serialization;
using SosLongitudinal.Study.Fieldwork.Attempts;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Groups;

/// <summary>What can happen to a focus group. What tells of one invited person is a fact of its own, so that it can be erased with them.</summary>
[RecordKind("sos.focus-group")]
[JsonDerivedType(typeof(Planned), "group.planned")]
[JsonDerivedType(typeof(PlanChanged), "group.plan-changed")]
[JsonDerivedType(typeof(Scheduled), "group.scheduled")]
[JsonDerivedType(typeof(Moved), "group.moved")]
[JsonDerivedType(typeof(BookingAbandoned), "group.booking-abandoned")]
[JsonDerivedType(typeof(Drawn), "group.drawn")]
[JsonDerivedType(typeof(Invited), "group.invited")]
[JsonDerivedType(typeof(Replied), "group.replied")]
[JsonDerivedType(typeof(TakenOff), "group.taken-off")]
[JsonDerivedType(typeof(Forgotten), "group.forgotten")]
[JsonDerivedType(typeof(SessionHeld), "group.held")]
[JsonDerivedType(typeof(Attended), "group.attended")]
[JsonDerivedType(typeof(TranscriptMoved), "group.transcript-moved")]
[JsonDerivedType(typeof(Closed), "group.closed")]
[JsonDerivedType(typeof(Reopened), "group.reopened")]
[JsonDerivedType(typeof(Cancelled), "group.cancelled")]
public abstract record FocusGroupFact
{
    private FocusGroupFact() { }

    /// <summary>Of the person with an invitation's number.</summary>
    [JsonIgnore] public virtual int? Of => null;

    public sealed record Planned(GroupPlan Plan) : FocusGroupFact;
    public sealed record PlanChanged(GroupPlan Plan) : FocusGroupFact;

    /// <summary>The diaries keep its time under the fact's own operation.</summary>
    public sealed record Scheduled(SessionPlan Session) : FocusGroupFact;

    public sealed record Moved(SessionPlan Session) : FocusGroupFact;

    /// <summary>A booking whose hold ran out before it came here: from now on it is refused.</summary>
    public sealed record BookingAbandoned(OperationId Booking) : FocusGroupFact;

    public sealed record Drawn(int Asked, AttemptMode Way, int Eligible, int PassedOver) : FocusGroupFact;

    public sealed record Invited(int Number, Invitee Invitee, AttemptMode Way) : FocusGroupFact
    {
        public override int? Of => Number;
    }

    public sealed record Replied(int Number, GroupReply Reply) : FocusGroupFact
    {
        public override int? Of => Number;
    }

    public sealed record TakenOff(int Number, OffReason Reason) : FocusGroupFact
    {
        public override int? Of => Number;
    }

    /// <summary>All that told of these people is erased; the numbers are not given again.</summary>
    public sealed record Forgotten(ImmutableArray<int> Numbers) : FocusGroupFact;

    public sealed record SessionHeld : FocusGroupFact;

    public sealed record Attended(int Number, bool Came, RecordingAnswer Recording) : FocusGroupFact
    {
        public override int? Of => Number;
    }

    public sealed record TranscriptMoved(TranscriptStep Step, DateOnly On, string Who, TranscriptSource? Source = null, bool IsBack = false) : FocusGroupFact;

    public sealed record Closed : FocusGroupFact;
    public sealed record Reopened : FocusGroupFact;
    public sealed record Cancelled : FocusGroupFact;
}
