using System.Collections.Immutable;
using SosLongitudinal.Grains.Releases;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Releases;
using SosLongitudinal.Web.Api.Releases;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Releases.List;

/// <summary>Frozen extracts that the person may see.</summary>
public sealed class IndexModel(ReleaseDesk desk, ReleaseFlags flags, StudyFrames frames) : StudyPage
{
    public ImmutableArray<Release> Releases { get; private set; } = [];

    /// <summary>Those that were begun and are not whole.</summary>
    public ImmutableArray<Release> Unfinished { get; private set; } = [];

    /// <summary>Those whose families withdrew something since.</summary>
    public HashSet<ReleaseId> Flagged { get; private set; } = [];

    public string TimeZone { get; private set; } = "";

    public async Task OnGet()
    {
        TimeZone = (await frames.Current()).Design.TimeZone;
        Releases = await desk.List(Person);
        Unfinished = Person.May("Releases/Finish") ? await desk.Unfinished(Person) : [];
        Flagged = [.. (await flags.Of(Releases)).Where(f => !f.Value.IsEmpty).Select(f => f.Key)];
    }
}
