using System.Collections.Immutable;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Releases;
using SosLongitudinal.Web.Api.Releases;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Releases.List;

/// <summary>Frozen extracts that the person may see.</summary>
public sealed class IndexModel(ReleaseDesk desk, StudyFrames frames) : StudyPage
{
    public ImmutableArray<Release> Releases { get; private set; } = [];

    public string TimeZone { get; private set; } = "";

    public async Task OnGet()
    {
        TimeZone = (await frames.Current()).Design.TimeZone;
        Releases = await desk.List(Person);
    }
}
