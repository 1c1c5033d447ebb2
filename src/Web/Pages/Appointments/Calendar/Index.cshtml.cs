using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Api.Appointments;
using SosLongitudinal.Web.Pages.FocusGroups;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Appointments.Calendar;

/// <summary>The appointments and group sessions around a day, drawn by day, week or month. The agenda says the same in a list, for every reader and without script.</summary>
public sealed class IndexModel(AgendaRegisters registers, StudyFrames frames, RosterPeople people, TimeProvider clock) : StudyPage
{
    private const int PerPage = 500;
    private const int DaysAround = 45;

    [FromQuery] public string Site { get; set; } = "";

    [FromQuery] public string Who { get; set; } = "";

    [FromQuery] public string From { get; set; } = "";

    public StudyFrame Frame { get; private set; } = null!;

    public DateOnly Day { get; private set; }

    public string Events { get; private set; } = "";

    /// <summary>More than one page of a list holds: those that are left out must not look like free time.</summary>
    public bool IsCut { get; private set; }

    public ImmutableArray<Choice> Interviewers { get; private set; } = [];

    [BindProperty] public AskedBy? Asked { get; set; }

    [BindProperty] public string Why { get; set; } = "";

    public bool MayMove => Person.May("Appointments/Move");

    public bool SeesAll => !Person.IsOnlyInterviewer();

    public IEnumerable<Choice> Sites => Frame.Sites.Values.Where(s => Person.MaySee(s.Code)).OrderBy(s => s.Name, StringComparer.Ordinal).Select(s => new Choice($"{s.Code}", s.Name));

    public async Task OnGet()
    {
        Frame = await frames.Current();
        var zone = Frame.Design.TimeZone;
        var today = Frame.Design.Today(clock.GetUtcNow());
        Day = DateOnly.TryParseExact(From, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : today;
        From = Iso(Day);
        var (first, last) = (LocalTimes.Monday(Day.AddDays(-DaysAround)), LocalTimes.Monday(Day.AddDays(DaysAround)));
        Interviewers = await WhoIsWho.Choices(await people.Of(Person));
        SiteCode? at = SiteCode.TryParse(Site, null, out var site) ? site : null;
        var whose = SeesAll ? (Who.Length > 0 ? Who : null) : $"{Person.Account}";
        var (from, until) = (LocalTimes.Start(zone, first), LocalTimes.Start(zone, last));
        var page = await registers.Agenda(new() { Scope = Person.Scope(), Site = at, Person = whose, From = from, Until = until, Take = PerPage });
        var groups = GroupSessions.Between(Frame, Person, at, whose, from, until);
        var names = await WhoIsWho.ByKey();
        IsCut = page.Next is not null;
        Events = JsonSerializer.Serialize(new CalendarEvents(Iso(first), Iso(last), Iso(today), [.. page.Rows.Select(r => CalendarEvents.Of(r, zone, names, MayMove)), .. groups.Select(g => CalendarEvents.Of(g, zone))]), JsonSerializerOptions.Web);
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
