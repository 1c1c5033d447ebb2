using System.Collections.Immutable;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Fieldwork.Attempts;
using SosLongitudinal.Study.Groups;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Groups;

/// <summary>
/// Draws and names those who are invited. The order of a draw follows from the study's secret, the group and the person, so that it can be made again and nobody
/// can choose it. A command that is sent again finds its draw and changes nothing.
/// </summary>
public sealed class GroupInvitations(IGrainFactory grains, StudyFrames frames, StudySecret secret, GroupWatch watch, TimeProvider clock)
{
    private const string Purpose = "focus-group-draw";

    /// <param name="maySafely">Whether safe contact allows a member to be asked in this way.</param>
    public async Task<Decision<FocusGroup>> Draw(GroupId id, int asked, AttemptMode way, Func<MemberId, Task<bool>> maySafely, Stamp stamp)
    {
        if (await grains.FocusGroup(id).Read() is not { Plan: { } plan } group) return GroupRefusals.Unknown;
        if (group.Draws.FirstOrDefault(d => d.Operation == stamp.Operation) is { } before)
            return await grains.GroupInvitations(id).Draw(before with { Asked = asked, Way = way }, [.. group.Invitations.Where(i => i.Operation == stamp.Operation).Select(i => i.Invitee)], stamp);
        var frame = await frames.Current();
        var candidates = plan.Kind.HasRule() && group.IsToCome ? await Candidates(frame, group, plan) : [];
        var number = await secret.Numbers(Purpose);
        var (drawn, families, passedOver) = (ImmutableArray.CreateBuilder<Invitee>(), InvitationRules.Families(group).ToHashSet(), 0);
        foreach (var candidate in candidates.OrderBy(c => number($"{id}\n{c}")))
        {
            if (drawn.Count >= asked) break;
            if (candidate.Member is not { } member) drawn.Add(candidate);
            else if (families.Contains(member.Family)) continue; // one of a family: it may not be safe to bring two together
            else if (!await maySafely(member)) passedOver++;
            else if (families.Add(member.Family)) drawn.Add(candidate);
        }
        var decision = await grains.GroupInvitations(id).Draw(new(asked, way, candidates.Count, passedOver), drawn.ToImmutable(), stamp);
        return decision is Decision<FocusGroup>.Accepted && await watch.Obeyed(id) is { } obeyed ? obeyed : decision; // somebody may have withdrawn meanwhile
    }

    /// <summary>Invites one person by hand.</summary>
    public async Task<Decision<FocusGroup>> Invite(GroupId id, Invitee invitee, AttemptMode way, Func<MemberId, Task<bool>> maySafely, Stamp stamp)
    {
        if (await grains.FocusGroup(id).Read() is not { Plan: { } plan } group) return GroupRefusals.Unknown;
        if (group.Invitations.All(i => i.Operation != stamp.Operation) && await Fault(group, plan, invitee, maySafely) is { } no) return no;
        var decision = await grains.GroupInvitations(id).Invite(invitee, way, stamp);
        return decision is Decision<FocusGroup>.Accepted && await watch.Obeyed(id) is { } obeyed ? obeyed : decision;
    }

    /// <summary>Everybody whom the rule brings in and who is neither on this list, whatever became of it, nor invited to another group of the kind and wave.</summary>
    private async Task<List<Invitee>> Candidates(StudyFrame frame, FocusGroup group, GroupPlan plan)
    {
        var today = frame.Design.Today(clock.GetUtcNow());
        var known = group.Invitations.Select(i => i.Invitee).Concat(frame.Groups.Values
            .Where(g => g.Id != group.Id && g.State != GroupState.Cancelled && g.Plan is { } other && (other.Wave, other.Kind) == (plan.Wave, plan.Kind))
            .SelectMany(g => g.Invitations.Where(i => i.Stands).Select(i => i.Invitee))).ToHashSet();
        var found = await Task.WhenAll(Enumerable.Range(0, FamilyId.Shards).Select(shard => grains.GetGrain<IGroupRegister>(shard).Candidates(plan)));
        return [.. found.SelectMany(f => f).Distinct().Where(c => !known.Contains(c) && (c.Worker is not { } worker || GroupEligibility.Bar(frame, worker, group, today) is null))];
    }

    private async Task<Refusal?> Fault(FocusGroup group, GroupPlan plan, Invitee invitee, Func<MemberId, Task<bool>> maySafely)
    {
        var frame = await frames.Current();
        var today = frame.Design.Today(clock.GetUtcNow());
        if (invitee.Worker is { } worker)
            return frame.Worker(worker)?.Site != plan.Site ? GroupRefusals.OtherSite.At("invitee") : GroupEligibility.Bar(frame, worker, group, today) is { } gone ? GroupRefusals.Barred(gone) : null;
        if (invitee.Member is not { } member) return null;
        if (await grains.Family(member.Family).Read() is not { } family || family.Site != plan.Site) return GroupRefusals.OtherSite.At("invitee");
        if (GroupEligibility.Bar(family, member, plan, today) is { } bar) return GroupRefusals.Barred(bar);
        return GroupEligibility.Fits(family.Member(member)!, plan, plan.PlannedOn is { } planned && planned > today ? planned : today)
            ?? (await maySafely(member) ? null : GroupRefusals.Barred(OffReason.NotSafe));
    }
}
