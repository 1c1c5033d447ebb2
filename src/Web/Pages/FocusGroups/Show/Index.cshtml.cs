using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Groups;
using SosLongitudinal.Web.Api.FocusGroups;
using SosLongitudinal.Web.Pages.Families;
using SosLongitudinal.Web.Pages.Workers;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.FocusGroups.Show;

/// <summary>One group: when and where, who is invited in which order, what became of the transcript.</summary>
public sealed class IndexModel : GroupPage
{
    public IReadOnlyDictionary<string, string> Names { get; private set; } = new Dictionary<string, string>();

    public Roster Places { get; private set; } = new();

    public bool MayPlan => Person.May("FocusGroups/Plan");

    public bool MaySayWhoCame => Person.May("FocusGroups/Attendance") && GroupDesk.MaySayWhoCame(Person, Group)
        && (Group.State == GroupState.Held || (Group.Session is { } session && Group.State == GroupState.Scheduled && session.Start <= Of<TimeProvider>().GetUtcNow()));

    public bool MayMoveTranscript => Person.May("FocusGroups/Transcript") && Group.State == GroupState.Held;

    public (string Words, Tone Tone) Recording => Group.MayBeRecorded switch
    {
        true => ("Everybody agreed", Tone.Good),
        false => ("Not everybody agreed: notes only", Tone.Attention),
        _ => ("Not said who came", Tone.Neutral),
    };

    /// <summary>Those who stand with their place in the order, then those who declined or are off.</summary>
    public IEnumerable<(int Order, Invitation Invitation)> Listed =>
        [.. Group.Invitations.Where(i => i.Stands).OrderBy(i => i.Place).Select((i, at) => (at + 1, i)), .. Group.Invitations.Where(i => !i.Stands).OrderBy(i => i.Number).Select(i => (0, i))];

    public async Task OnGet() => (Names, Places) = (await AccountNames(), await Rooms());

    public string? LinkOf(Invitation invitation) =>
        invitation.Invitee.Worker is { } worker && Person.May("Workers/Show") ? WorkersLinks.Show(worker)
        : invitation.Invitee.Member is { } member && Person.May("Families/Show") ? FamiliesLinks.Show(member.Family)
        : null;
}
