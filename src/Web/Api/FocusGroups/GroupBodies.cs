using System.Collections.Immutable;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Fieldwork.Attempts;
using SosLongitudinal.Study.Groups;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Api.FocusGroups;

/// <summary>A group to plan. Ages are of young people, in completed years, both inside.</summary>
public sealed record GroupBody(SiteCode Site, WaveCode Wave, GroupKind Kind, int Seats, DateOnly? PlannedOn = null, int Minutes = 90, int FromAge = 11, int ToAge = 17)
{
    public GroupPlan Plan => new(Site, Wave, Kind, Seats, PlannedOn, Minutes) { FromAge = FromAge, ToAge = ToAge };
}

/// <summary>What may change of a plan; what is left out stays as it is.</summary>
public sealed record GroupPlanBody(int? Seats = null, DateOnly? PlannedOn = null, int? Minutes = null, int? FromAge = null, int? ToAge = null)
{
    public GroupPlan Over(GroupPlan was) => was with { Seats = Seats ?? was.Seats, PlannedOn = PlannedOn ?? was.PlannedOn, Minutes = Minutes ?? was.Minutes, FromAge = FromAge ?? was.FromAge, ToAge = ToAge ?? was.ToAge };
}

/// <summary>When, where and by whom a group is held: the local date and time in the study's time zone. The first facilitator leads.</summary>
public sealed record SessionBody(ImmutableArray<string> Facilitators, DateOnly On, TimeOnly At, int Minutes = 90, int Travel = 0, VisitMode Mode = VisitMode.FaceToFace, RoomCode? Room = null, string? Why = null)
{
    public Decision<SessionPlan> Session(string timeZone) => LocalTimes.At(timeZone, On, At)
        .Select(start => new SessionPlan([.. (Facilitators.IsDefault ? [] : Facilitators).Select(f => f.Trim().ToLowerInvariant())], start, Minutes, Room, Travel, Mode));
}

/// <param name="HowMany">How many to draw; those beyond the seats wait.</param>
/// <param name="Way">How they are asked; whom safe contact forbids to ask so is passed over.</param>
public sealed record DrawBody(int HowMany, AttemptMode Way);

/// <param name="Invitee">A worker id, a member id, or <c>post~</c> and the code of a post.</param>
public sealed record InviteBody(Invitee Invitee, AttemptMode Way);

public sealed record ReplyBody(GroupReply Reply);

public sealed record TakeOffBody(OffReason Reason);

public sealed record AttendanceBody(ImmutableArray<Attendance> Attendances);

/// <param name="Who">Who did it; not whoever notes it.</param>
public sealed record TranscriptBody(TranscriptStep Step, DateOnly On, string Who, TranscriptSource? Source = null);

public sealed record TranscriptBackBody(TranscriptStep Step, DateOnly On, string Who, string Why);

public sealed record GroupReasonBody(string? Why = null);
