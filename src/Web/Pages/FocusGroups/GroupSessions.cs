using System.Collections.Immutable;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Groups;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Api.FocusGroups;
using SosLongitudinal.Web.Shell.Access;

namespace SosLongitudinal.Web.Pages.FocusGroups;

/// <summary>The sessions of focus groups that begin within some time: they take the same people and rooms as appointments and stand beside them.</summary>
public sealed record GroupSessions(ImmutableArray<FocusGroup> Groups, StudyFrame Frame, Roster Rooms, IReadOnlyDictionary<string, string> Names)
{
    public static GroupSessions Of(StudyFrame frame, Person person, SiteCode? site, string? facilitator, DateTimeOffset from, DateTimeOffset until, Roster rooms, IReadOnlyDictionary<string, string> names) =>
        new([.. Between(frame, person, site, facilitator, from, until)], frame, rooms, names);

    /// <param name="facilitator">Only those that this account facilitates; <c>null</c>: everybody's.</param>
    public static IEnumerable<FocusGroup> Between(StudyFrame frame, Person person, SiteCode? site, string? facilitator, DateTimeOffset from, DateTimeOffset until) =>
        GroupLists.Of(frame, person, site, null, null, null).Where(g => g is { Session: { } session, State: not GroupState.Cancelled }
            && session.Start >= from && session.Start < until && (facilitator is null || session.Involves(facilitator)));
}
