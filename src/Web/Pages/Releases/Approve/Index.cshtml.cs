using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Releases;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Releases;
using SosLongitudinal.Web.Api.Releases;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Releases.Approve;

/// <summary>Four eyes: somebody who did not make a release says that its rows may leave.</summary>
public sealed class IndexModel(ReleaseDesk desk, IGrainFactory grains) : StudyPage
{
    [BindProperty] public string Why { get; set; } = "";

    public Release Release { get; private set; } = null!;

    public async Task<IActionResult> OnGet(string release) => await Find(release) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(string release) => !await Find(release) ? NotFound()
        : await Answer(await grains.Release(Release.Id).Approve(Stamp(Why.Trim())), approved => Done($"{approved.Request.Title} is approved.", ReleasesLinks.Show(approved.Id)));

    private async Task<bool> Find(string id)
    {
        if (await desk.Find(id, Person) is not Decision<Release>.Accepted(var found)) return false;
        Release = found;
        return true;
    }
}
