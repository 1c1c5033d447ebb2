using System.Collections.Immutable;
using SosLongitudinal.Grains.Contacts;
using SosLongitudinal.Grains.Groups;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Contacts;
using SosLongitudinal.Study.Fieldwork.Attempts;
using SosLongitudinal.Study.Groups;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Access;

namespace SosLongitudinal.Web.Api.FocusGroups;

/// <summary>From the id in an address to the group behind it, with everybody taken off who may no longer be invited; and what a person may do there.</summary>
public sealed class GroupDesk(GroupWatch watch, InviteSafety safety)
{
    /// <summary>A group at another site does not exist for the person who asks.</summary>
    public async Task<Decision<FocusGroup>> Find(string text, Person person) =>
        !GroupId.TryParse(text, null, out var id) ? GroupRefusals.NotAnId
        : await watch.Obeyed(id) is { } group && person.MaySee(group.Plan!.Site) ? group
        : GroupRefusals.Unknown;

    /// <summary>Whether safe contact allows a member to be asked in a way, as far as this person may know.</summary>
    public Func<MemberId, Task<bool>> Safely(AttemptMode way, Person person) => safety.For(way, Viewer(person), $"{person.Account}");

    /// <summary>An interviewer sees who is invited, and says who came, where they facilitate.</summary>
    public static bool MaySeePeople(Person person, FocusGroup group) =>
        person.Is(Roles.Coordinator | Roles.Administrator | Roles.Auditor | Roles.Researcher) || group.Session?.Involves($"{person.Account}") == true;

    public static bool MaySayWhoCame(Person person, FocusGroup group) => person.Is(Roles.Coordinator | Roles.Administrator) || group.Session?.Involves($"{person.Account}") == true;

    private static ContactViewer Viewer(Person person) =>
        new(person.Is(Roles.Coordinator | Roles.Administrator), person.Is(Roles.Interviewer), person.Sites.Match(_ => (ImmutableArray<SiteCode>?)null, only => only.Sites));
}
