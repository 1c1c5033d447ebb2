using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Releases;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Releases;
using SosLongitudinal.Web.Api.Releases;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Releases.Remake;

/// <summary>Runs a release's recipe again and holds each file against the one that was kept.</summary>
public sealed class IndexModel(ReleaseDesk desk, ReleaseMaking making) : StudyPage
{
    public Release Release { get; private set; } = null!;

    public ImmutableArray<RemadeFile> Files { get; private set; } = [];

    public async Task<IActionResult> OnGet(string release) => await Find(release) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(string release, CancellationToken cancellation) => !await Find(release) ? NotFound()
        : await Answer(await making.Remake(Release, cancellation), files =>
        {
            Files = files;
            return Page();
        });

    private async Task<bool> Find(string id)
    {
        if (await desk.Find(id, Person) is not Decision<Release>.Accepted(var found)) return false;
        Release = found;
        return true;
    }
}
