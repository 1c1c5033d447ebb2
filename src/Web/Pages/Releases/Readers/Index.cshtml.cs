using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Releases;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Releases;
using SosLongitudinal.Web.Api.Releases;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Releases.Readers;

/// <summary>Who may see a release.</summary>
public sealed class IndexModel(ReleaseDesk desk, IGrainFactory grains) : StudyPage
{
    /// <summary>One e-mail address in a line.</summary>
    [BindProperty] public string Readers { get; set; } = "";

    public Release Release { get; private set; } = null!;

    public async Task<IActionResult> OnGet(string release)
    {
        if (!await Find(release)) return NotFound();
        Readers = string.Join('\n', Release.Readers);
        return Page();
    }

    public async Task<IActionResult> OnPost(string release)
    {
        if (!await Find(release)) return NotFound();
        var readers = ImmutableArray.CreateBuilder<AccountKey>();
        foreach (var line in Readers.Split(['\n', ',', ' '], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            if (AccountKey.TryParse(line, null, out var reader)) readers.Add(reader);
            else return await ReturnPageWithTyped(ReleaseRefusals.Reader(line).At("readers"));
        return await Answer(await grains.Release(Release.Id).SetReaders([.. readers.Distinct().Order()], Stamp()), set => Done("Who may see it is changed.", ReleasesLinks.Show(set.Id)));
    }

    private async Task<bool> Find(string id)
    {
        if (await desk.Find(id, Person) is not Decision<Release>.Accepted(var found)) return false;
        Release = found;
        return true;
    }
}
