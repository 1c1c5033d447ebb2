using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Releases;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Releases;
using SosLongitudinal.Web.Api.Releases;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Releases.Texts;

/// <summary>An administrator who did not make a release looks at the free text that it asks for, and lets it leave or does not.</summary>
public sealed class IndexModel(ReleaseDesk desk) : StudyPage
{
    public static readonly ImmutableArray<Choice> Answers = [new("yes", "Yes, it names and describes nobody"), new("no", "No")];

    [BindProperty] public string MayLeave { get; set; } = "";
    [BindProperty] public string Why { get; set; } = "";

    public Release Release { get; private set; } = null!;

    public ImmutableArray<FreeText> Texts { get; private set; } = [];

    public async Task<IActionResult> OnGet(string release, CancellationToken cancellation) => await Find(release, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(string release, CancellationToken cancellation)
    {
        if (!await Find(release, cancellation)) return NotFound();
        if (MayLeave is not ("yes" or "no")) return await ReturnPageWithTyped(Choose);
        return await Answer(await desk.DecideTexts(release, MayLeave == "yes", Person, Stamp(Why.Trim()), cancellation), decided =>
            decided.Contents is null ? Done("The free text does not leave.", ReleasesLinks.Finish(decided.Id)) : Done($"{decided.Request.Title} is made.", ReleasesLinks.Show(decided.Id)));
    }

    private static Refusal Choose { get; } = new Refusal("release.choose-texts", "Say whether the free text may leave.").At("mayLeave");

    private async Task<bool> Find(string id, CancellationToken cancellation)
    {
        if (await desk.FindBegun(id, Person) is not Decision<Release>.Accepted(var found)) return false;
        Release = found;
        if (await desk.Texts(id, Person, cancellation) is Decision<ImmutableArray<FreeText>>.Accepted(var texts)) Texts = texts;
        return true;
    }
}
