using System.Collections.Immutable;
using Orleans.Runtime;
using SosLongitudinal.Grains.Ledgers;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Fieldwork.Attempts;
using SosLongitudinal.Study.Groups;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Groups;

/// <summary>The door to one group. It calls no family, so that a family may call it while it commits.</summary>
[GrainType("sos-focus-group")]
internal sealed class GroupGrain([PersistentState(GroupKeys.State, Records.Provider)] IPersistentState<Ledger<FocusGroupFact>> record, StudyFrames frames, TimeProvider clock)
    : LedgerGrain<FocusGroupFact, FocusGroup>(record, clock), IFocusGroup, IGroupInvitations
{
    protected override FocusGroup Nothing => new(GroupId.Parse(Key));

    protected override FocusGroup Fold(FocusGroup state, Recorded<FocusGroupFact> fact) => FocusGroupFold.Next(state, fact);

    protected override Task Committed() => State.Exists ? frames.Put(State) : Task.CompletedTask;

    public Task<Decision<FocusGroup>> Plan(GroupPlan plan, Stamp stamp) => frames.Decide(frame => Decide(stamp, (group, s) => GroupRules.Plan(group, frame, plan, s), group => group));

    public Task<Decision<FocusGroup>> ChangePlan(GroupPlan plan, Stamp stamp) => frames.Decide(frame => Decide(stamp, (group, s) => GroupRules.ChangePlan(group, frame, plan, s), group => group));

    public Task<Decision<FocusGroup>> Schedule(SessionPlan session, Stamp stamp) => Decide(stamp, (group, s) => GroupRules.Schedule(group, session, s), group => group);

    public Task<Decision<FocusGroup>> Move(SessionPlan session, Stamp stamp) => Decide(stamp, (group, s) => GroupRules.Move(group, session, s), group => group);

    public Task<Decision<FocusGroup>> Cancel(Stamp stamp) => Decide(stamp, (group, s) => GroupRules.Cancel(group, s), group => group);

    public async Task<Decision<bool>> Settle(OperationId booking, Stamp stamp)
    {
        var decision = await Decide(stamp, (group, _) => GroupRules.Settle(group, booking), group => group.Keeps(booking));
        return decision.Select(_ => State.Keeps(booking)); // as it stands now, also where the question is repeated
    }

    public Task<Decision<FocusGroup>> Hold(ImmutableArray<Attendance> attendances, Stamp stamp) => Decide(stamp, (group, s) => SessionRules.Hold(group, attendances, s), group => group);

    public Task<Decision<FocusGroup>> Forward(TranscriptStep step, DateOnly on, string who, TranscriptSource? source, Stamp stamp) =>
        frames.Decide(frame => Decide(stamp, (group, s) => SessionRules.Forward(group, frame.Design, step, on, who, source, s), group => group));

    public Task<Decision<FocusGroup>> Back(TranscriptStep step, DateOnly on, string who, Stamp stamp) =>
        frames.Decide(frame => Decide(stamp, (group, s) => SessionRules.Back(group, frame.Design, step, on, who, s), group => group));

    public Task<Decision<FocusGroup>> Close(Stamp stamp) => Decide(stamp, (group, s) => GroupRules.Close(group, s), group => group);

    public Task<Decision<FocusGroup>> Reopen(Stamp stamp) => Decide(stamp, (group, s) => GroupRules.Reopen(group, s), group => group);

    public Task<FocusGroup?> Read() => Task.FromResult(State.Exists ? State : null);

    public Task<Decision<FocusGroup>> Draw(GroupDraw draw, ImmutableArray<Invitee> drawn, Stamp stamp) => Decide(stamp, (group, _) => InvitationRules.Draw(group, draw, drawn), group => group);

    public Task<Decision<FocusGroup>> Invite(Invitee invitee, AttemptMode way, Stamp stamp) => Decide(stamp, (group, _) => InvitationRules.Invite(group, invitee, way), group => group);

    public Task<Decision<FocusGroup>> Reply(int number, GroupReply reply, Stamp stamp) => Decide(stamp, (group, _) => InvitationRules.Reply(group, number, reply), group => group);

    public Task<Decision<FocusGroup>> TakeOff(ImmutableArray<Invitee> invitees, OffReason reason, Stamp stamp) =>
        Decide(stamp, (group, _) => InvitationRules.TakeOff(group, invitees, reason), group => group);

    public Task<Decision<FocusGroup>> Forget(ImmutableArray<Invitee> invitees, Stamp stamp) =>
        Decide(stamp, (group, _) => InvitationRules.Forget(group, invitees), group => group, fact => fact.Content?.Of is { } number && InvitationRules.NumbersOf(State, invitees).Contains(number));
}
