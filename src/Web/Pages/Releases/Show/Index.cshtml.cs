using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Extracts.Recipes;
using SosLongitudinal.Grains.Releases;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Releases;
using SosLongitudinal.Web.Api.Releases;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Releases.Show;

/// <summary>A release: its files with their hashes, what it was made from, and what has happened to it.</summary>
public sealed class IndexModel(ReleaseDesk desk, ReleaseFlags flags, StudyFrames frames) : StudyPage
{
    public Release Release { get; private set; } = null!;

    public StudyFrame Study { get; private set; } = new();

    /// <summary>What was withdrawn since it was read.</summary>
    public ImmutableArray<ReleaseFlag> Flags { get; private set; } = [];

    /// <summary>Releases of the same table, to compare with.</summary>
    public ImmutableArray<Release> Others { get; private set; } = [];

    public bool MayApprove => Release.WaitsForApproval && Person.May("Releases/Approve") && Release.By != $"{Person.Account}";

    public string Recipe => RecipeText.Json(Release.Request.Recipe with { AsOf = Release.AsOf });

    public async Task<IActionResult> OnGet(string release)
    {
        if (await desk.Find(release, Person) is not Decision<Release>.Accepted(var found)) return NotFound();
        (Release, Study, Flags) = (found, await frames.Current(), await flags.Of(found));
        Others = [.. (await desk.List(Person)).Where(r => r.Id != found.Id && !r.WaitsForApproval && (r.Request.Recipe.Dataset, r.Request.Recipe.Shape) == (found.Request.Recipe.Dataset, found.Request.Recipe.Shape))];
        return Page();
    }

    public IEnumerable<(string Safe, string Words)> Safes() =>
        ((IEnumerable<(string, string)>)[("Project", Release.Request.Safes.Project), ("People", Release.Request.Safes.People), ("Setting", Release.Request.Safes.Setting), ("Data", Release.Request.Safes.Data), ("Outputs", Release.Request.Safes.Outputs)])
        .Where(s => s.Item2.Length > 0);

    public string SiteName(SiteCode site) => Study.Sites.GetValueOrDefault(site)?.Name ?? $"{site}";
}
