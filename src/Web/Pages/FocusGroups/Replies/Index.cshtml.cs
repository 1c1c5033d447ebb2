using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Groups;
using SosLongitudinal.Study.Groups;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Components;
using SosLongitudinal.Web.Shell.Words;

namespace SosLongitudinal.Web.Pages.FocusGroups.Replies;

/// <summary>What everybody on the list said, and who is taken off it.</summary>
public sealed class IndexModel : GroupPage
{
    private const string Off = "Off-";

    /// <summary>By the number of the invitation: a reply, or a reason to take them off.</summary>
    [BindProperty] public Dictionary<int, string?> Said { get; set; } = [];

    public ImmutableArray<Invitation> Listed => [.. Group.Invitations.Where(i => i.Off is null).OrderBy(i => !i.HasSeat).ThenBy(i => !i.Stands).ThenBy(i => i.Place)];

    public static IEnumerable<Choice> Choices(Invitation invitation) =>
    [
        .. invitation.Reply == GroupReply.None ? [new Choice("", GroupReply.None.Words())] : Enumerable.Empty<Choice>(),
        .. new[] { GroupReply.Yes, GroupReply.Maybe, GroupReply.No }.Select(r => new Choice($"{r}", r.Words())),
        .. new[] { OffReason.Withdrew, OffReason.NotSafe, OffReason.InError }.Select(r => new Choice($"{Off}{r}", $"Take off: {r.Words().ToLowerInvariant()}")),
    ];

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPost()
    {
        var (door, changed) = (Grains.GroupInvitations(Group.Id), 0);
        foreach (var invitation in Group.Invitations)
        {
            if (!Said.TryGetValue(invitation.Number, out var said) || string.IsNullOrEmpty(said) || said == $"{invitation.Reply}") continue;
            var stamp = Stamp().For($"{invitation.Number}");
            var decision = said.StartsWith(Off, StringComparison.Ordinal) && Enum.TryParse<OffReason>(said[Off.Length..], out var reason) ? await door.TakeOff([invitation.Invitee], reason, stamp)
                : Enum.TryParse<GroupReply>(said, out var reply) ? await door.Reply(invitation.Number, reply, stamp)
                : GroupRefusals.ReplyNeeded;
            if (decision is Decision<FocusGroup>.Refused no) return await ReturnPageWithTyped(no.Why with { Faults = [] });
            changed++;
        }
        return Done(changed == 0 ? "Nothing changed." : "The replies are saved.", FocusGroupsLinks.Show(Group.Id));
    }

    protected override bool Fits(FocusGroup group) => group.IsToCome;
}
