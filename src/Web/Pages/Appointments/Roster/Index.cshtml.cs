using System.Collections.Immutable;
using SosLongitudinal.Grains.Accounts;
using SosLongitudinal.Grains.Diaries;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Web.Api.Appointments;
using SosLongitudinal.Web.Shell.Components;
using SosLongitudinal.Web.Shell.Words;

namespace SosLongitudinal.Web.Pages.Appointments.Roster;

/// <summary>Who works when, and which rooms there are.</summary>
public sealed class IndexModel(IGrainFactory grains, StudyFrames frames, RosterPeople people) : StudyPage
{
    public ImmutableArray<AccountLine> Interviewers { get; private set; } = [];

    /// <summary>Whose name does not say which of two people it is.</summary>
    public NameList Called { get; private set; } = NameList.None;

    public ImmutableArray<Study.Diaries.Room> Rooms { get; private set; } = [];

    public Study.Diaries.Roster Known { get; private set; } = new();

    public StudyFrame Frame { get; private set; } = new();

    public async Task OnGet()
    {
        Frame = await frames.Current();
        Called = await WhoIsWho.List();
        Known = await grains.Roster().Read();
        Interviewers = [.. (await people.Of(Person)).OrderBy(p => p.Name, StringComparer.Ordinal)];
        Rooms = [.. Known.Rooms.Where(r => Person.MaySee(r.Site))];
    }
}
