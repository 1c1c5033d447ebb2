using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Analysis;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Components;
using SosLongitudinal.Web.Shell.Words;

namespace SosLongitudinal.Web.Pages.Analysis;

/// <summary>What the analyses share: the pair of waves, the sites they are over, and since when they stand.</summary>
public abstract class AnalysisPage(StudyFrames frames) : StudyPage
{
    /// <summary>The later wave of the pair.</summary>
    [BindProperty(SupportsGet = true)]
    public string Wave { get; set; } = "";

    public StudyFrame Frame { get; private set; } = new();

    /// <summary><c>null</c> where the study has no two waves yet.</summary>
    public WavePair? Pair { get; private set; }

    public ImmutableArray<Choice> Pairs { get; private set; } = [];

    public string Sites { get; private set; } = "";

    public DateTimeOffset At { get; protected set; }

    public string AsOf => At.Words(Frame.Design.TimeZone);

    protected async Task<WavePair?> Choose()
    {
        Frame = await frames.Current();
        var all = WavePair.AllOf(Frame);
        Pairs = [.. all.Select(p => new Choice($"{p.After.Code}", $"{p.Before.Name} to {p.After.Name}"))];
        Pair = (WaveCode.TryParse(Wave, null, out var wave) ? all.FirstOrDefault(p => p.After.Code == wave) : null) ?? all.FirstOrDefault();
        Wave = $"{Pair?.After.Code}";
        Sites = Person.Sites.Match(_ => "All sites", only => string.Join(", ", only.Sites.Select(s => Frame.Sites.GetValueOrDefault(s)?.Name ?? $"{s}")));
        return Pair;
    }
}
