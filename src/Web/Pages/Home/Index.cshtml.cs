using System.Collections.Immutable;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Home;

/// <summary>The tasks of whoever is signed in.</summary>
public sealed class IndexModel(StudyFrames frames, WaitingWork waiting) : StudyPage
{
    /// <summary>Where they work, in words.</summary>
    public string Where { get; private set; } = "";

    /// <summary>How much waits for them, by task.</summary>
    public ImmutableDictionary<string, int> Waiting { get; private set; } = ImmutableDictionary<string, int>.Empty;

    public async Task OnGet()
    {
        Waiting = await waiting.Of(Person);
        var sites = (await frames.Current()).Sites;
        Where = Person.Sites.Match(_ => "all sites", only => string.Join(", ", only.Sites.Select(s => sites.GetValueOrDefault(s)?.Name ?? s.ToString())));
    }
}
