using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Extracts.Recipes;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Releases;
using SosLongitudinal.Web.Api.Releases;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Releases.Show;

/// <summary>A release: its files with their hashes, what it was made from, and what has happened to it.</summary>
public sealed class IndexModel(ReleaseDesk desk, StudyFrames frames) : StudyPage
{
    public Release Release { get; private set; } = null!;

    public StudyFrame Study { get; private set; } = new();

    public string Recipe => RecipeText.Json(Release.Request.Recipe with { AsOf = Release.AsOf });

    public async Task<IActionResult> OnGet(string release)
    {
        if (await desk.Find(release, Person) is not Decision<Release>.Accepted(var found)) return NotFound();
        (Release, Study) = (found, await frames.Current());
        return Page();
    }

    public IEnumerable<(string Safe, string Words)> Safes() =>
        ((IEnumerable<(string, string)>)[("Project", Release.Request.Safes.Project), ("People", Release.Request.Safes.People), ("Setting", Release.Request.Safes.Setting), ("Data", Release.Request.Safes.Data), ("Outputs", Release.Request.Safes.Outputs)])
        .Where(s => s.Item2.Length > 0);

    public string SiteName(SiteCode site) => Study.Sites.GetValueOrDefault(site)?.Name ?? $"{site}";
}
