using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Diaries;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Api.Appointments;
using SosLongitudinal.Web.Api.Safety;
using SosLongitudinal.Web.Pages.FocusGroups;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Components;
using SosLongitudinal.Web.Shell.Words;

namespace SosLongitudinal.Web.Pages.Appointments.Agenda;

/// <summary>Appointments day by day. An interviewer sees their own.</summary>
public sealed partial class IndexModel(AgendaRegisters registers, StudyFrames frames, IGrainFactory grains, RosterPeople people, OverdueDesk desk, TimeProvider clock) : StudyPage
{
    private const int Most = 300;

    [FromQuery] public string Site { get; set; } = "";

    [FromQuery] public string Who { get; set; } = "";

    [FromQuery] public string From { get; set; } = "";

    [FromQuery] public int Days { get; set; } = 7;

    [FromQuery] public string State { get; set; } = "";

    public StudyFrame Frame { get; private set; } = null!;

    public DateOnly Today { get; private set; }

    public DateOnly First { get; private set; }

    public ImmutableArray<AgendaDay> Found { get; private set; } = [];

    public int Total { get; private set; }

    public bool IsCut { get; private set; }

    public ImmutableArray<Choice> Interviewers { get; private set; } = [];

    public IReadOnlyDictionary<string, string> Names { get; private set; } = new Dictionary<string, string>();

    public Study.Diaries.Roster Rooms { get; private set; } = new();

    public GroupSessions Sessions { get; private set; } = null!;

    /// <summary>Who is not back, whatever days are shown.</summary>
    public OverduePart Overdue { get; private set; } = new([], 0);

    public AgendaVisits Visits { get; private set; } = null!;

    public async Task OnGet()
    {
        Frame = await frames.Current();
        var zone = Frame.Design.TimeZone;
        var now = clock.GetUtcNow();
        Today = Frame.Design.Today(now);
        First = DateOnly.TryParseExact(From, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : Today;
        Days = Math.Clamp(Days, 1, 366);
        From = First.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        Names = await WhoIsWho.ByKey();
        Interviewers = await WhoIsWho.Choices(await people.Of(Person));
        var overdue = desk.For(Person);
        Rooms = await grains.Roster().Read();
        var page = await registers.Agenda(new()
        {
            Scope = Person.Scope(), Site = SiteCode.TryParse(Site, null, out var site) ? site : null, Person = SeesAll ? (Who.Length > 0 ? Who : null) : $"{Person.Account}",
            States = Enum.TryParse<AppointmentState>(State, out var state) && Enum.IsDefined(state) ? [state] : [],
            From = LocalTimes.Start(zone, First), Until = LocalTimes.Start(zone, First.AddDays(Days)), Take = Most,
        });
        Sessions = GroupSessions.Of(Frame, Person, SiteCode.TryParse(Site, null, out var at) ? at : null, SeesAll ? (Who.Length > 0 ? Who : null) : $"{Person.Account}", LocalTimes.Start(zone, First), LocalTimes.Start(zone, First.AddDays(Days)), Rooms, Names);
        (Found, Total, IsCut) = (AgendaDay.Of(page.Rows, zone), page.Total, page.Next is not null);
        var late = await overdue;
        (Visits, Overdue) = (new(late, Person, now), OverduePart.Of(late, Frame, now, Here));
    }

    /// <summary>This very list.</summary>
    public string Here => Shifted(0);

    public string Shifted(int days) => AppointmentsLinks.AgendaFor(First.AddDays(days), Days, Site, Who, State);
}
