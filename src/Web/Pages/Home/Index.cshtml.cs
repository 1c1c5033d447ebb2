using System.Collections.Immutable;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Web.Pages.Appointments;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Home;

/// <summary>The tasks of whoever is signed in.</summary>
public sealed class IndexModel(StudyFrames frames, WaitingWork waiting, TimeProvider clock) : StudyPage
{
    /// <summary>Where they work, in words.</summary>
    public string Where { get; private set; } = "";

    /// <summary>How much waits for them, by task.</summary>
    public ImmutableDictionary<string, int> Waiting { get; private set; } = ImmutableDictionary<string, int>.Empty;

    /// <summary>Who is not back from a visit, for those who are to act.</summary>
    public OverduePart Overdue { get; private set; } = new([], 0);

    public async Task OnGet()
    {
        var overdue = waiting.Overdue(Person);
        Waiting = await waiting.Of(Person);
        var frame = await frames.Current();
        var sites = frame.Sites;
        Overdue = OverduePart.Of(await overdue, frame, clock.GetUtcNow(), "/");
        Where = Person.Sites.Match(_ => "all sites", only => string.Join(", ", only.Sites.Select(s => sites.GetValueOrDefault(s)?.Name ?? s.ToString())));
    }
}
