using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Consent.Checks;

/// <summary>What has to be asked or done about consent, family by family.</summary>
public sealed class IndexModel(ConsentRegisters registers, StudyFrames frames) : StudyPage
{
    private const int PerPage = 50;

    [BindProperty(SupportsGet = true)] public string Site { get; set; } = "";

    [BindProperty(SupportsGet = true)] public string Kind { get; set; } = "";

    [BindProperty(SupportsGet = true)] public string After { get; set; } = "";

    public StudyFrame Frame { get; private set; } = new();

    public ConsentCheckPage Found { get; private set; } = new([], 0, false);

    public ImmutableArray<Choice> Sites { get; private set; } = [];

    public string? Next => Found is { More: true, Rows: [.., var last] } ? ConsentLinks.ChecksFor(Site, Kind, last.Family) : null;

    public string SiteName(SiteCode site) => Frame.Sites.GetValueOrDefault(site)?.Name ?? $"{site}";

    public async Task OnGet()
    {
        Frame = await frames.Current();
        Sites = [.. Frame.Sites.Values.Where(s => Person.MaySee(s.Code)).OrderBy(s => s.Name, StringComparer.Ordinal).Select(s => new Choice($"{s.Code}", s.Name))];
        Found = await registers.Checks(new()
        {
            Scope = Person.Scope(), Take = PerPage,
            Site = SiteCode.TryParse(Site, null, out var site) ? site : null,
            Kind = Enum.TryParse<ConsentCheckKind>(Kind, out var kind) ? kind : null,
            After = FamilyId.TryParse(After, null, out var after) ? after : null,
        });
    }
}
