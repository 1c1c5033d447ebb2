using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Releases;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Api.Releases;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Releases.Compare;

/// <summary>Two releases of one table, and what was recorded between them.</summary>
public sealed class IndexModel(ReleaseDesk desk, StudyFrames frames) : StudyPage
{
    public ReleaseComparison Comparison { get; private set; } = null!;

    public Refusal? Why { get; private set; }

    public string TimeZone { get; private set; } = "";

    public async Task<IActionResult> OnGet(string release, string other, CancellationToken cancellation)
    {
        TimeZone = (await frames.Current()).Design.TimeZone;
        switch (await desk.Compare(release, other, Person, cancellation))
        {
            case Decision<ReleaseComparison>.Accepted(var comparison): Comparison = comparison; break;
            case Decision<ReleaseComparison>.Refused({ Kind: RefusalKind.NotFound }): return NotFound();
            case Decision<ReleaseComparison>.Refused(var why): Why = why; break;
        }
        return Page();
    }
}
