using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Study.Groups;
using SosLongitudinal.Web.Api.FocusGroups;

namespace SosLongitudinal.Web.Pages.FocusGroups.Attendance;

/// <summary>Says that a group was held, who came and who agreed to be recorded. An interviewer says so where they facilitate.</summary>
public sealed class IndexModel : GroupPage
{
    /// <summary>By the number of the invitation: <c>yes</c>, <c>no</c>, or nothing said.</summary>
    [BindProperty] public Dictionary<int, string?> Came { get; set; } = [];

    [BindProperty] public Dictionary<int, RecordingAnswer> Recorded { get; set; } = [];

    public ImmutableArray<Invitation> Listed => [.. Group.Invitations.Where(i => i.Off is null).OrderBy(i => !i.HasSeat).ThenBy(i => !i.Stands).ThenBy(i => i.Place)];

    public bool HasBegun => Of<TimeProvider>().GetUtcNow() >= Group.Session!.Start;

    public string CameOf(Invitation invitation) => Came.GetValueOrDefault(invitation.Number) ?? invitation.Came switch { true => "yes", false => "no", _ => "" };

    public string RecordingOf(Invitation invitation) => $"{(Recorded.TryGetValue(invitation.Number, out var answer) ? answer : invitation.Recording)}";

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPost()
    {
        var said = Group.Invitations.Where(i => Came.GetValueOrDefault(i.Number) is "yes" or "no")
            .Select(i => new Study.Groups.Attendance(i.Number, Came[i.Number] == "yes", Recorded.GetValueOrDefault(i.Number)));
        return await Answer(await Door.Hold([.. said], Stamp()), "It is saved who came.");
    }

    protected override bool Fits(FocusGroup group) => group.State is GroupState.Scheduled or GroupState.Held && GroupDesk.MaySayWhoCame(Person, group);
}
