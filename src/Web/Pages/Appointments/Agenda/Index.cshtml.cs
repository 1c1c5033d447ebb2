using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Accounts;
using SosLongitudinal.Grains.Diaries;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Fieldwork.Safety;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Api.Appointments;
using SosLongitudinal.Web.Api.Safety;
using SosLongitudinal.Web.Pages.FocusGroups;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Components;
using SosLongitudinal.Web.Shell.Words;

namespace SosLongitudinal.Web.Pages.Appointments.Agenda;

/// <summary>Appointments day by day. An interviewer sees their own.</summary>
public sealed class IndexModel(AgendaRegisters registers, StudyFrames frames, IGrainFactory grains, RosterPeople people, OverdueDesk desk, TimeProvider clock) : StudyPage
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

    private ImmutableDictionary<(FamilyId, int), VisitState> States { get; set; } = ImmutableDictionary<(FamilyId, int), VisitState>.Empty;

    private DateTimeOffset Now { get; set; }

    public bool SeesAll => !Person.IsOnlyInterviewer();

    public IEnumerable<Choice> Sites => Frame.Sites.Values.Where(s => Person.MaySee(s.Code)).OrderBy(s => s.Name, StringComparer.Ordinal).Select(s => new Choice($"{s.Code}", s.Name));

    public static IEnumerable<Choice> Spans => [new("1", "One day"), new("7", "One week"), new("28", "Four weeks"), new("92", "Three months")];

    public static IEnumerable<Choice> AllStates => Choices.Of<AppointmentState>(s => s.Words());

    public async Task OnGet()
    {
        Frame = await frames.Current();
        var zone = Frame.Design.TimeZone;
        Now = clock.GetUtcNow();
        Today = Frame.Design.Today(Now);
        First = DateOnly.TryParseExact(From, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : Today;
        Days = Math.Clamp(Days, 1, 366);
        From = First.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        Names = (await grains.Accounts().All()).ToDictionary(a => $"{a.Key}", a => a.Name);
        Interviewers = [.. (await people.Of(Person)).OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => new Choice($"{p.Key}", p.Name))];
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
        States = late.ToImmutableDictionary(v => (v.Family, v.Appointment.Number), v => v.State);
        Overdue = OverduePart.Of(late, Frame, Now, Here);
    }

    /// <summary>How it stands with those who went.</summary>
    public VisitState VisitOf(AgendaRow row) => States.GetValueOrDefault((row.Family, row.Appointment.Number)) is var late and not VisitState.None ? late
        : row.Appointment.Safety switch
        {
            null => VisitState.None,
            { Back: not null } => VisitState.Back,
            { Alarms.IsEmpty: false } => VisitState.Raised,
            _ => row.Appointment.State is AppointmentState.Cancelled or AppointmentState.NoShow ? VisitState.None : VisitState.Out,
        };

    /// <summary>Whether whoever looks may say now that they arrived, or that they are back.</summary>
    public (bool Arrive, bool Return) MaySay(AgendaRow row)
    {
        var (appointment, visit) = (row.Appointment, VisitOf(row));
        if (!Person.May("Appointments/CheckIn") || !Person.MayTend(appointment) || appointment.Plan.Mode != VisitMode.FaceToFace) return (false, false);
        return (appointment.IsOpen && visit is VisitState.None or VisitState.NothingHeard && appointment.Safety is null && appointment.Plan.Start - VisitSafetyRules.Early <= Now && Now <= appointment.Plan.End + VisitWatch.Heeded,
            visit is VisitState.Out or VisitState.NotBack or VisitState.Raised or VisitState.NothingHeard);
    }

    /// <summary>This very list.</summary>
    public string Here => Shifted(0);

    public string Shifted(int days) => AppointmentsLinks.AgendaFor(First.AddDays(days), Days, Site, Who, State);
}
