using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Accounts;
using SosLongitudinal.Grains.Diaries;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Diaries.Slots;
using SosLongitudinal.Web.Pages.Fieldwork.Quick;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Fieldwork.Due;

/// <summary>Who is due, soonest first. An interviewer sees the families assigned to them.</summary>
public sealed partial class IndexModel(FamilyRegisters registers, StudyFrames frames, IGrainFactory grains, SlotFinder slots, TimeProvider clock) : StudyPage
{
    private const int PerPage = 50;

    [BindProperty(SupportsGet = true)] public string Site { get; set; } = "";

    [BindProperty(SupportsGet = true)] public string Wave { get; set; } = "";

    [BindProperty(SupportsGet = true)] public string Track { get; set; } = "";

    [BindProperty(SupportsGet = true)] public string State { get; set; } = "";

    [BindProperty(SupportsGet = true)] public string Interviewer { get; set; } = "";

    [BindProperty(SupportsGet = true)] public string After { get; set; } = "";

    /// <summary>The family that is being booked: its first offered slots stand below its line.</summary>
    [BindProperty(SupportsGet = true)] public string Book { get; set; } = "";

    [BindProperty] public string Slot { get; set; } = "";

    public DueOffer? Offer { get; private set; }

    public StudyDesign Design { get; private set; } = new();

    public DueFilter Filter { get; private set; } = null!;

    public DueGrid Grid { get; private set; } = null!;

    public ImmutableArray<DueLine> Lines { get; private set; } = [];

    public int Total { get; private set; }

    public string? Next { get; private set; }

    public ImmutableArray<Choice> Sites { get; private set; } = [];

    public ImmutableArray<Choice> Interviewers { get; private set; } = [];

    /// <summary>Whether the person may look at the work of others.</summary>
    public bool SeesAll => Person.Is(Roles.Coordinator | Roles.Administrator);

    public bool MayBook => Person.May("Appointments/Offer");

    public async Task OnGet()
    {
        var frame = await frames.Current();
        var today = frame.Design.Today(clock.GetUtcNow());
        var counting = registers.DueCounts(Person.Scope());
        var names = await WhoIsWho.ByKey();
        var counts = await counting;
        Design = frame.Design;
        Sites = [.. frame.Sites.Values.Where(s => Person.MaySee(s.Code)).OrderBy(s => s.Name, StringComparer.Ordinal).Select(s => new Choice($"{s.Code}", s.Name))];
        Interviewers = await WhoIsWho.Choices((await grains.Accounts().All()).Where(a => a.Roles.HasFlag(Roles.Interviewer)));
        Filter = DueFilter.Read(Site, Wave, Track, State, SeesAll ? Interviewer : $"{Person.Account}", DueGrid.Busiest(frame.Design, counts));
        (Wave, Track) = ($"{Filter.Wave}", $"{Filter.Track}");
        Grid = DueGrid.Of(frame.Design, counts, Filter.Site);
        if (!frame.Design.IsOpen || frame.Design.Wave(Filter.Wave) is null) return;

        var page = await registers.Find(new FamilyQuestion
        {
            Scope = Person.Scope(), Site = Filter.Site, Wave = Filter.Wave, Track = Filter.Track, Due = Filter.Asked, Interviewer = Filter.Interviewer,
            Order = FamilyOrder.Closes, After = FamilyCursor.TryParse(After, null, out var after) ? after : null, Take = PerPage,
        });
        (Total, Next) = (page.Total, page.Next is { } next ? Filter.Link($"{next}") : null);
        Lines = [.. page.Rows.Select(row => DueLine.Of(row, Filter, frame, names, today))];
        if (page.Rows.FirstOrDefault(r => $"{r.Family.Id}" == Open) is { } opened && Step is { } step && Person.May(QuickAccess.TaskOf(step))) Quick = await QuickOf(opened.Family, step, frame, today);
        if (!MayBook || page.Rows.FirstOrDefault(row => $"{row.Family.Id}" == Book) is not { } booking) return;
        Offer = DueOffer.Of(await slots.Of(booking.Family, Design.Wave(Filter.Wave)!, new MeetingWish(), Stamp()), names);
        Slot = Offer.First;
    }
}
