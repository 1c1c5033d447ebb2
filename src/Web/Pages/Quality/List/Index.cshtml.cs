using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Quality;
using SosLongitudinal.Web.Api.Quality;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Components;
using SosLongitudinal.Web.Shell.Words;

namespace SosLongitudinal.Web.Pages.Quality.List;

/// <summary>What the quality rules find: counts by rule, and the hits, each with what to do.</summary>
public sealed class IndexModel(QualityRegisters registers, QualityRuns runs, BlindEntry blind, AccountNames names, StudyFrames frames) : StudyPage
{
    private const int PerPage = 50;

    [BindProperty(SupportsGet = true)] public string Site { get; set; } = "";

    [BindProperty(SupportsGet = true)] public string Rule { get; set; } = "";

    [BindProperty(SupportsGet = true)] public string By { get; set; } = "";

    [BindProperty(SupportsGet = true)] public string AsOf { get; set; } = "";

    [BindProperty(SupportsGet = true)] public bool Dismissed { get; set; }

    [BindProperty(SupportsGet = true)] public string After { get; set; } = "";

    public StudyFrame Frame { get; private set; } = new();

    public QualityPage Found { get; private set; } = new([], [], [], 0, false);

    public ImmutableArray<QualityRule> Rules { get; private set; } = [];

    public ImmutableArray<Choice> Sites { get; private set; } = [];

    /// <summary>Whose entries something is found in.</summary>
    public ImmutableArray<Choice> People { get; private set; } = [];

    public QualityRun? Last => runs.Last;

    /// <summary>The hits of this page that the person may see.</summary>
    public ImmutableArray<QualityHit> Hits { get; private set; } = [];

    public string? Next => Found is { More: true, Hits: [.., var last] } ? QualityLinks.ListFor(Site, Rule, By, AsOf, Dismissed, $"{last.Family}") : null;

    public string Narrowed(string rule) => QualityLinks.ListFor(Site, rule, By, AsOf, Dismissed);

    public string SiteName(SiteCode site) => Frame.Sites.GetValueOrDefault(site)?.Name ?? $"{site}";

    public (int Open, int Dismissed) Count(QualityRule rule)
    {
        var counts = Found.Counts.Where(c => c.Rule == rule.Code && (Site.Length == 0 || $"{c.Site}" == Site)).ToList();
        return (counts.Sum(c => c.Open), counts.Sum(c => c.Dismissed));
    }

    public async Task OnGet()
    {
        Frame = await frames.Current();
        Rules = QualityRules.All(Frame.Design);
        Sites = [.. Frame.Sites.Values.Where(s => Person.MaySee(s.Code)).OrderBy(s => s.Name, StringComparer.Ordinal).Select(s => new Choice($"{s.Code}", s.Name))];
        Found = await registers.Check(new()
        {
            Scope = Person.Scope(), Site = SiteCode.TryParse(Site, null, out var site) ? site : null, Rule = Rule.Length == 0 ? null : Rule, Person = By.Length == 0 ? null : By, Dismissed = Dismissed,
            AsOf = Day(AsOf), After = FamilyId.TryParse(After, null, out var after) ? after : null, Take = PerPage,
        });
        var called = await names.List();
        People = [.. Found.People.Select(p => new Choice(p, $"{called.Of(p)}")).OrderBy(c => c.Label, StringComparer.Ordinal)];
        Hits = await blind.Shown(Person, Found.Hits);
    }

    /// <summary>Checks every family now.</summary>
    public async Task<IActionResult> OnPost()
    {
        var run = await runs.Run(Day(AsOf), Person.Scope());
        return Done($"{run.Families.ToString("N0", CultureInfo.InvariantCulture)} families checked: {run.Open.ToString("N0", CultureInfo.InvariantCulture)} to look at, {run.Dismissed.ToString("N0", CultureInfo.InvariantCulture)} set aside.", QualityLinks.ListFor(Site, Rule, By, AsOf, Dismissed));
    }

    private static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
