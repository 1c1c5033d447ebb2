using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using SosLongitudinal.Grains.Accounts;
using SosLongitudinal.Grains.Diaries;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Groups;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Groups;

/// <summary>
/// Books a group's session in the same diaries as appointments, by the same promise: the time is held in every diary concerned, the group commits, the diaries
/// confirm. Stopped anywhere, sending it again goes on; left alone, the hold expires and the next booking that meets it settles it with the group.
/// </summary>
public sealed class GroupBookings(IGrainFactory grains, StudyFrames frames, DiarySettling settling, ILogger<GroupBookings> log)
{
    private const Roles MayFacilitate = Roles.Interviewer | Roles.Researcher | Roles.Coordinator;

    public Task<Decision<FocusGroup>> Schedule(GroupId id, SessionPlan session, Stamp stamp) =>
        Take(id, session, stamp, group => GroupRules.Schedule(group, session, stamp), () => grains.FocusGroup(id).Schedule(session, stamp));

    public Task<Decision<FocusGroup>> Move(GroupId id, SessionPlan session, Stamp stamp) =>
        Take(id, session, stamp, group => GroupRules.Move(group, session, stamp), () => grains.FocusGroup(id).Move(session, stamp));

    public async Task<Decision<FocusGroup>> Cancel(GroupId id, Stamp stamp)
    {
        var decision = await grains.FocusGroup(id).Cancel(stamp);
        if (decision is Decision<FocusGroup>.Accepted { Value: { State: GroupState.Cancelled, Session: { } session, Booking: { } booking } }) await Tidy(() => Release(session, booking, stamp));
        return decision;
    }

    private async Task<Decision<FocusGroup>> Take(
        GroupId id, SessionPlan session, Stamp stamp, Func<FocusGroup, Decision<ImmutableArray<FocusGroupFact>>> rule, Func<Task<Decision<FocusGroup>>> commit)
    {
        if (await grains.FocusGroup(id).Read() is not { Plan: { } plan } group) return GroupRefusals.Unknown;
        if (!group.Knows(stamp.Operation))
        {
            if (rule(group) is Decision<ImmutableArray<FocusGroupFact>>.Refused { Why: var no }) return no; // asked before anything is written
            var roster = await grains.Roster().Read();
            if (RosterRules.Fault(roster, session.Facilitators, session.Room, session.Start, session.End, plan.Site, (await frames.Current()).Design.TimeZone) is { } unfit) return unfit;
            var accounts = await grains.Accounts().All();
            if (!session.Facilitators.All(f => accounts.Any(a => $"{a.Key}" == f && !a.IsClosed && (a.Roles & MayFacilitate) != 0 && a.Sites.Covers(plan.Site)))) return NotAFacilitator;
            if (await Hold(id, session, roster, group.Booking, stamp) is { } taken) return taken;
        }
        var decision = await commit();
        if (decision is Decision<FocusGroup>.Refused)
        {
            if (!await GiveUp(id, session, stamp)) return decision;
            decision = await commit(); // the same operation, sent twice at once, has come through after all
        }
        if (decision is Decision<FocusGroup>.Accepted { Value: var booked }) await Tidy(() => Finish(booked, stamp));
        return decision;
    }

    /// <summary>Holds the time in all diaries concerned, or in none.</summary>
    private async Task<Refusal?> Hold(GroupId id, SessionPlan session, Roster roster, OperationId? replaces, Stamp stamp)
    {
        var isAnyHeld = false;
        foreach (var claim in await Claims(session))
        {
            var hold = claim.For(id, roster, replaces);
            var held = await grains.Diary(claim.Diary).Hold(hold, stamp);
            if (held is Decision<Diary>.Refused { Why.Kind: RefusalKind.Conflict } && await settling.InTheWay(claim.Diary, hold, stamp.Operation)) held = await grains.Diary(claim.Diary).Hold(hold, stamp);
            if (held is Decision<Diary>.Refused { Why: var no })
            {
                if (isAnyHeld) await GiveUp(id, session, stamp);
                return no;
            }
            isAnyHeld = true;
        }
        return null;
    }

    /// <summary>Gives up a booking that was refused on its way; answers whether the group has it all the same.</summary>
    private async Task<bool> GiveUp(GroupId id, SessionPlan session, Stamp stamp)
    {
        if (await settling.Keeps(id, stamp.Operation)) return true;
        await Tidy(() => Release(session, stamp.Operation, stamp));
        return false;
    }

    /// <summary>The diaries keep the booking for good, and let go of the time that it moved away from.</summary>
    private async Task Finish(FocusGroup group, Stamp stamp)
    {
        if (group is not { Session: { } session } || group.Booking != stamp.Operation) return; // moved on meanwhile
        foreach (var claim in await Claims(session)) await grains.Diary(claim.Diary).Confirm(stamp.Operation, stamp.For("confirm"));
        if (group.Moves is [.., var last]) await Release(last.Was, last.Booking, stamp);
    }

    private async Task Release(SessionPlan session, OperationId booking, Stamp stamp)
    {
        foreach (var claim in await Claims(session)) await grains.Diary(claim.Diary).Release(booking, stamp.For($"release {booking}"));
    }

    /// <summary>What is left over here is settled when somebody next wants the time: it never changes the answer.</summary>
    private async Task Tidy(Func<Task> step)
    {
        try
        {
            await step();
        }
        catch (Exception fault)
        {
            log.LogWarning(fault, "A diary was not told what became of a group's booking; it is settled at its next use.");
        }
    }

    private async Task<IEnumerable<DiaryClaim>> Claims(SessionPlan session) =>
        DiaryClaims.Of(session.Facilitators, session.Room, session.Start, session.Minutes, session.Travel, (await frames.Current()).Design.TimeZone);

    private static readonly Refusal NotAFacilitator = new Refusal("group.not-a-facilitator", "Choose people who have an account as interviewer, researcher or coordinator for this site.").At("facilitators");
}
