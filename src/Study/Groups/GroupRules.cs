using System.Collections.Immutable;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Sites;

namespace SosLongitudinal.Study.Groups;

using Facts = Decision<ImmutableArray<FocusGroupFact>>;

/// <summary>Decisions about a group itself. The times of people and rooms are the diaries'; a booking holds them before it is asked for here.</summary>
public static class GroupRules
{
    public const int MostSeats = 30;
    public const int MostFacilitators = 4;
    public const int LongestMinutes = 8 * 60;
    public const int LongestTravel = 4 * 60;
    private const int MostDaysAhead = 400;
    private const int OldestYoungPerson = 25;

    public static Facts Plan(FocusGroup group, StudyFrame frame, GroupPlan plan, Stamp stamp) =>
        group.Exists ? GroupRefusals.Taken(group.Id)
        : !frame.Sites.ContainsKey(plan.Site) ? SiteRefusals.Unknown(plan.Site).At("site") with { Kind = RefusalKind.Invalid }
        : frame.Design.Wave(plan.Wave) is null ? StudyRefusals.UnknownWave(plan.Wave).At("wave")
        : Fault(plan, frame.Design.Today(stamp.At)) is { } fault ? fault
        : Kernel.Facts.Of<FocusGroupFact>(new FocusGroupFact.Planned(plan));

    public static Facts ChangePlan(FocusGroup group, StudyFrame frame, GroupPlan plan, Stamp stamp) =>
        group.Plan is not { } was ? GroupRefusals.Unknown
        : !group.IsToCome ? GroupRefusals.Over(group.State)
        : (was.Site, was.Wave, was.Kind) != (plan.Site, plan.Wave, plan.Kind) ? GroupRefusals.Fixed
        : was == plan ? Kernel.Facts.None<FocusGroupFact>()
        : group.Invitations.Count(i => i.Accepted) is var accepted && accepted > plan.Seats ? GroupRefusals.SeatsTaken(accepted).At("seats")
        : Fault(plan, was.PlannedOn == plan.PlannedOn ? DateOnly.MinValue : frame.Design.Today(stamp.At)) is { } fault ? fault
        : Kernel.Facts.Of<FocusGroupFact>(new FocusGroupFact.PlanChanged(plan));

    public static Facts Schedule(FocusGroup group, SessionPlan session, Stamp stamp) =>
        group.Plan is not { } plan ? GroupRefusals.Unknown
        : group.State != GroupState.Planned ? GroupRefusals.Over(group.State)
        : Fault(group, plan, session, stamp) is { } fault ? fault
        : Kernel.Facts.Of<FocusGroupFact>(new FocusGroupFact.Scheduled(session));

    public static Facts Move(FocusGroup group, SessionPlan session, Stamp stamp) =>
        group.Plan is not { } plan ? GroupRefusals.Unknown
        : group is not { State: GroupState.Scheduled, Session: { } was } ? GroupRefusals.Over(group.State)
        : was.IsSameAs(session) ? GroupRefusals.Same
        : string.IsNullOrWhiteSpace(stamp.Why) ? GroupRefusals.ReasonNeeded.At("why")
        : Fault(group, plan, session, stamp) is { } fault ? fault
        : Kernel.Facts.Of<FocusGroupFact>(new FocusGroupFact.Moved(session));

    public static Facts Cancel(FocusGroup group, Stamp stamp) =>
        !group.Exists ? GroupRefusals.Unknown
        : !group.IsToCome ? GroupRefusals.Over(group.State)
        : string.IsNullOrWhiteSpace(stamp.Why) ? GroupRefusals.ReasonNeeded.At("why")
        : Kernel.Facts.Of<FocusGroupFact>(new FocusGroupFact.Cancelled());

    /// <summary>What a diary asks before it gives an unfinished booking's time to somebody else: either the booking stands, or it never will.</summary>
    public static Facts Settle(FocusGroup group, OperationId booking) =>
        !group.Exists ? GroupRefusals.Unknown
        : group.Knows(booking) || group.AbandonedBookings.Contains(booking) ? Kernel.Facts.None<FocusGroupFact>()
        : Kernel.Facts.Of<FocusGroupFact>(new FocusGroupFact.BookingAbandoned(booking));

    /// <summary>Closed once the transcript is coded, or with a reason why it will not be.</summary>
    public static Facts Close(FocusGroup group, Stamp stamp) =>
        !group.Exists ? GroupRefusals.Unknown
        : group.State != GroupState.Held ? (group.IsToCome ? GroupRefusals.NotHeld : GroupRefusals.Over(group.State))
        : group.TranscriptAt != TranscriptStep.Coded && string.IsNullOrWhiteSpace(stamp.Why) ? GroupRefusals.NotCoded.At("why")
        : Kernel.Facts.Of<FocusGroupFact>(new FocusGroupFact.Closed());

    public static Facts Reopen(FocusGroup group, Stamp stamp) =>
        !group.Exists ? GroupRefusals.Unknown
        : group.State != GroupState.Closed ? GroupRefusals.NotClosed
        : string.IsNullOrWhiteSpace(stamp.Why) ? GroupRefusals.ReasonNeeded.At("why")
        : Kernel.Facts.Of<FocusGroupFact>(new FocusGroupFact.Reopened());

    private static Refusal? Fault(GroupPlan plan, DateOnly today) =>
        plan.Seats is < 1 or > MostSeats ? GroupRefusals.Seats.At("seats")
        : plan.Minutes is < 15 or > LongestMinutes ? GroupRefusals.Length.At("minutes")
        : plan.PlannedOn is { } day && today != DateOnly.MinValue && (day < today || day > today.AddDays(MostDaysAhead)) ? GroupRefusals.PlannedDay.At("plannedOn")
        : plan.FromAge < 0 || plan.ToAge > OldestYoungPerson || plan.FromAge > plan.ToAge ? GroupRefusals.Ages.At("fromAge")
        : null;

    private static Refusal? Fault(FocusGroup group, GroupPlan plan, SessionPlan session, Stamp stamp) =>
        group.AbandonedBookings.Contains(stamp.Operation) ? DiaryRefusals.Over
        : session.Facilitators.IsDefaultOrEmpty || session.Facilitators.Length > MostFacilitators || session.Facilitators.Any(f => f.Length is 0 or > 254) || session.Facilitators.Distinct().Count() < session.Facilitators.Length ? GroupRefusals.Facilitators.At("facilitators")
        : session.Minutes is < 15 or > LongestMinutes ? GroupRefusals.Length.At("minutes")
        : session.Travel is < 0 or > LongestTravel ? GroupRefusals.Travel.At("travel")
        : session is { Room: not null, Mode: not VisitMode.FaceToFace } ? GroupRefusals.RoomWithoutMeeting.At("room")
        : session is { Room: null, Mode: VisitMode.FaceToFace } && plan.Kind != GroupKind.KeyInformant ? GroupRefusals.RoomNeeded.At("room")
        : session.Start <= stamp.At ? GroupRefusals.Past.At("on")
        : session.Start > stamp.At.AddDays(MostDaysAhead) ? GroupRefusals.TooFar.At("on")
        : null;
}
