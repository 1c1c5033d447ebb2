using System.Collections.Immutable;
using Orleans.Concurrency;
using SosLongitudinal.Study.Fieldwork.Attempts;
using SosLongitudinal.Study.Groups;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Groups;

/// <summary>
/// One focus group or key-informant interview. Booking, moving and cancelling concern diaries too and go through <see cref="GroupBookings"/>, which holds their
/// times first and confirms or releases them afterwards.
/// </summary>
[GrainInterfaceType("sos.focus-group")]
public interface IFocusGroup : IGrainWithStringKey
{
    [Alias("plan")] Task<Decision<FocusGroup>> Plan(GroupPlan plan, Stamp stamp);

    /// <summary>Changes seats, planned day, length or ages; site, wave and kind stay.</summary>
    [Alias("change-plan")] Task<Decision<FocusGroup>> ChangePlan(GroupPlan plan, Stamp stamp);

    /// <summary>Books the session under the stamp's operation, under which the diaries hold the time.</summary>
    [Alias("schedule")] Task<Decision<FocusGroup>> Schedule(SessionPlan session, Stamp stamp);

    /// <summary>Moves the session to another time, room or facilitators, with a reason; the chain stays.</summary>
    [Alias("move")] Task<Decision<FocusGroup>> Move(SessionPlan session, Stamp stamp);

    /// <summary>Cancels with a reason.</summary>
    [Alias("cancel")] Task<Decision<FocusGroup>> Cancel(Stamp stamp);

    /// <summary>Whether a booking's time is to be kept. One that never came here is recorded as abandoned and refused from then on.</summary>
    [Alias("settle")] Task<Decision<bool>> Settle(OperationId booking, Stamp stamp);

    /// <summary>Says that it was held and who came, recorded or not; later it corrects that.</summary>
    [Alias("hold")] Task<Decision<FocusGroup>> Hold(ImmutableArray<Attendance> attendances, Stamp stamp);

    /// <summary>Takes the transcript one step on.</summary>
    [Alias("forward")] Task<Decision<FocusGroup>> Forward(TranscriptStep step, DateOnly on, string who, TranscriptSource? source, Stamp stamp);

    /// <summary>Takes the transcript back, with a reason.</summary>
    [Alias("back")] Task<Decision<FocusGroup>> Back(TranscriptStep step, DateOnly on, string who, Stamp stamp);
    [Alias("close")] Task<Decision<FocusGroup>> Close(Stamp stamp);
    [Alias("reopen")] Task<Decision<FocusGroup>> Reopen(Stamp stamp);
    [Alias("read"), ReadOnly] Task<FocusGroup?> Read();
}

/// <summary>Who is invited to a group. Whom the study may invite, <see cref="GroupInvitations"/> asks first.</summary>
[GrainInterfaceType("sos.group-invitations")]
public interface IGroupInvitations : IGrainWithStringKey
{
    /// <summary>Takes in a draw in its order.</summary>
    [Alias("draw")] Task<Decision<FocusGroup>> Draw(GroupDraw draw, ImmutableArray<Invitee> drawn, Stamp stamp);
    [Alias("invite")] Task<Decision<FocusGroup>> Invite(Invitee invitee, AttemptMode way, Stamp stamp);
    [Alias("reply")] Task<Decision<FocusGroup>> Reply(int number, GroupReply reply, Stamp stamp);

    /// <summary>Takes people off the list; their seats pass to the next.</summary>
    [Alias("take-off")] Task<Decision<FocusGroup>> TakeOff(ImmutableArray<Invitee> invitees, OffReason reason, Stamp stamp);

    /// <summary>Erases all that tells of people, in a group of any state.</summary>
    [Alias("forget")] Task<Decision<FocusGroup>> Forget(ImmutableArray<Invitee> invitees, Stamp stamp);
}

/// <summary>The only place where groups are addressed.</summary>
public static class GroupKeys
{
    public const string State = "focus-group";

    public static IFocusGroup FocusGroup(this IGrainFactory grains, GroupId group) => grains.GetGrain<IFocusGroup>(group.ToString());

    public static IGroupInvitations GroupInvitations(this IGrainFactory grains, GroupId group) => grains.GetGrain<IGroupInvitations>(group.ToString());

    /// <summary>Plans a group under an id that derives from the operation; goes on to the next candidate where another operation has taken it.</summary>
    public static async Task<Decision<FocusGroup>> PlanGroup(this IGrainFactory grains, GroupPlan plan, Stamp stamp)
    {
        for (var candidate = 0; ; candidate++)
        {
            var decision = await grains.FocusGroup(GroupId.From(stamp.Operation.Text, candidate)).Plan(plan, stamp);
            if (decision is not Decision<FocusGroup>.Refused { Why.Code: "group.taken" }) return decision;
        }
    }
}
