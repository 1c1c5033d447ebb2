using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Releases;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Releases;
using SosLongitudinal.Web.Api.Releases;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Releases.Finish;

/// <summary>A release whose making stopped: to go on with, or to give up.</summary>
public sealed class IndexModel(ReleaseDesk desk, StudyFrames frames, IGrainFactory grains) : StudyPage
{
    public Release Release { get; private set; } = null!;

    public string TimeZone { get; private set; } = "";

    public bool MayDecideTexts => Release.WaitsForTexts && Person.May("Releases/Texts") && Release.By != $"{Person.Account}";

    public async Task<IActionResult> OnGet(string release) => await Find(release) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(string release, CancellationToken cancellation) => !await Find(release) ? NotFound()
        : await Answer(await desk.Resume(release, Person, Stamp(), cancellation), made => Done($"{made.Request.Title} is made.", ReleasesLinks.Show(made.Id)));

    public async Task<IActionResult> OnPostGiveUp(string release) => !await Find(release) ? NotFound()
        : await Answer(await grains.Release(Release.Id).GiveUp(Stamp()), left => Done($"{left.Request.Title} is given up.", ReleasesLinks.List));

    private async Task<bool> Find(string id)
    {
        if (await desk.FindBegun(id, Person) is not Decision<Release>.Accepted(var found)) return false;
        (Release, TimeZone) = (found, (await frames.Current()).Design.TimeZone);
        return true;
    }
}
