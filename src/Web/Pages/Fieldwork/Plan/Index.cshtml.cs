using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Diaries;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Diaries.Planning;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Api.Appointments;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Fieldwork.Plan;

/// <summary>A plan of a site's next weeks: proposed, changed line by line, accepted as a whole.</summary>
public sealed class IndexModel(PlanDesk desk, PlanAcceptance acceptance, StudyFrames frames, TimeProvider clock) : StudyPage
{
    [BindProperty(SupportsGet = true)] public string Site { get; set; } = "";

    [BindProperty(SupportsGet = true)] public int Weeks { get; set; } = 3;

    [BindProperty(SupportsGet = true)] public VisitMode Mode { get; set; }

    [BindProperty(SupportsGet = true)] public int? Minutes { get; set; }

    [BindProperty(SupportsGet = true)] public int? Travel { get; set; }

    /// <summary>By family what its line says: wave and slot, or nothing where it is left out.</summary>
    [BindProperty] public Dictionary<string, string> Lines { get; set; } = [];

    public StudyFrame Frame { get; private set; } = null!;

    public DateOnly Today { get; private set; }

    public ProposedPlan? Proposed { get; private set; }

    public ImmutableArray<PlanLineDone> Accepted { get; private set; } = [];

    public IReadOnlyDictionary<string, string> Names { get; private set; } = new Dictionary<string, string>();

    public string SiteName => SiteCode.TryParse(Site, null, out var site) ? Frame.Sites.GetValueOrDefault(site)?.Name ?? Site : "";

    public IEnumerable<Choice> Sites => Frame.Sites.Values.Where(s => Person.MaySee(s.Code)).OrderBy(s => s.Name, StringComparer.Ordinal).Select(s => new Choice($"{s.Code}", s.Name));

    public static IEnumerable<Choice> Spans => Enumerable.Range(1, PlanProblem.MostWeeks).Select(w => new Choice($"{w}", w == 1 ? "One week" : $"{w} weeks"));

    private PlanBody Body => new(Weeks, Mode, Minutes ?? 60, Travel);

    public async Task<IActionResult> OnGet()
    {
        await Load();
        (Minutes, Travel) = (Body.Wish.Minutes, Body.Wish.Travel);
        if (Site.Length == 0) return Page();
        if (Chosen() is not { } site) return NotFound();
        Proposed = await desk.Propose(site, Weeks, Body.Wish, Stamp());
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        await Load();
        if (Chosen() is not { } site) return NotFound();
        var lines = Lines.Select(l => PlanLineText.Read(l.Key, l.Value, Body.Wish)).OfType<PlanLine>().ToImmutableArray();
        if (lines.IsEmpty) return await ReturnPageWithTyped(PlanRefusals.Nothing);
        if (lines.Length > PlanProblem.MostFamilies) return await ReturnPageWithTyped(PlanRefusals.TooMany);
        Accepted = await acceptance.Accept(site, lines, Stamp());
        return Page();
    }

    protected override async Task Load()
    {
        Frame = await frames.Current();
        Today = Frame.Design.Today(clock.GetUtcNow());
        Names = await WhoIsWho.ByKey();
    }

    private SiteCode? Chosen() => SiteCode.TryParse(Site, null, out var site) && Frame.Sites.ContainsKey(site) && Person.MaySee(site) ? site : null;
}
