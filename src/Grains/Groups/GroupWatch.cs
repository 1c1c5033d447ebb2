using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Groups;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Workers;

namespace SosLongitudinal.Grains.Groups;

/// <summary>
/// Takes people off groups at once when they withdraw, die, leave or are erased: a family or worker says so as it commits, before it answers. What is lost on
/// that way is made good whenever the group is next opened or drawn for.
/// </summary>
public sealed class GroupWatch(IGrainFactory grains, StudyFrames frames, TimeProvider clock, ILogger<GroupWatch> log)
{
    private const string System = "system";
    private static readonly TimeSpan Within = TimeSpan.FromSeconds(1);
    private static readonly ConditionalWeakTable<ImmutableDictionary<GroupId, FocusGroup>, ILookup<FamilyId, FocusGroup>> OfFamilies = [];

    /// <summary>A family has committed something.</summary>
    internal Task Changed(FamilyState family) => Told(async () =>
    {
        var frame = await frames.Current();
        foreach (var group in OfFamilies.GetValue(frame.Groups, Index)[family.Id]) await Obey(frame, group, family);
    });

    /// <summary>A social worker has committed something.</summary>
    internal Task Changed(SocialWorker worker) => Told(async () =>
    {
        if (worker.LeftOn is null) return;
        var frame = await frames.Current();
        foreach (var group in frame.Groups.Values.Where(g => g.IsToCome && g.Invitations.Any(i => i.Off is null && i.Invitee.Worker == worker.Id)))
            if (GroupEligibility.Bar(frame with { Workers = frame.Workers.SetItem(worker.Id, worker) }, worker.Id, group, Today(frame)) is { } why) await TakeOff(group, Invitee.Of(worker.Id), why);
    });

    /// <summary>The group after everybody who may no longer be invited is off it; asks the families themselves.</summary>
    public async Task<FocusGroup?> Obeyed(GroupId id)
    {
        if (await grains.FocusGroup(id).Read() is not { } group) return null;
        if (!group.IsToCome) return group;
        var frame = await frames.Current();
        var standing = group.Invitations.Where(i => i.Off is null).Select(i => i.Invitee).ToList();
        foreach (var worker in standing.Where(i => i.Worker is not null))
            if (GroupEligibility.Bar(frame, worker.Worker!.Value, group, Today(frame)) is { } why) await TakeOff(group, worker, why);
        var families = standing.Where(i => i.Member is not null).Select(i => i.Member!.Value.Family).Distinct();
        foreach (var family in await Task.WhenAll(families.Select(f => grains.Family(f).Read())))
            if (family is not null) await Obey(frame, group, family);
        return await grains.FocusGroup(id).Read();
    }

    private async Task Obey(StudyFrame frame, FocusGroup group, FamilyState family)
    {
        foreach (var invitation in group.Invitations)
        {
            if (invitation.Invitee.Member is not { } member || member.Family != family.Id) continue;
            if (GroupEligibility.Bar(family, member, group.Plan!, Today(frame)) is not { } why) continue;
            if (why == OffReason.Erased) await grains.GroupInvitations(group.Id).Forget([invitation.Invitee], Stamp());
            else if (invitation.Off is null && group.IsToCome) await TakeOff(group, invitation.Invitee, why);
        }
    }

    private Task TakeOff(FocusGroup group, Invitee invitee, OffReason why) => grains.GroupInvitations(group.Id).TakeOff([invitee], why, Stamp());

    private Stamp Stamp() => new(OperationId.New(), System, clock.GetUtcNow());

    private DateOnly Today(StudyFrame frame) => frame.Design.Today(clock.GetUtcNow());

    private static ILookup<FamilyId, FocusGroup> Index(ImmutableDictionary<GroupId, FocusGroup> groups) => groups.Values
        .SelectMany(g => g.Invitations.Select(i => i.Invitee.Member?.Family).OfType<FamilyId>().Distinct().Select(family => (Family: family, Group: g))).ToLookup(p => p.Family, p => p.Group);

    /// <summary>A group that is slow or fails never changes what a family answers.</summary>
    private async Task Told(Func<Task> tell)
    {
        try
        {
            await tell().WaitAsync(Within);
        }
        catch (Exception fault)
        {
            log.LogWarning(fault, "A focus group was not told of a change; it is made good when the group is next opened.");
        }
    }
}
