using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Groups;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Api.FocusGroups;
using SosLongitudinal.Web.Shell.Components;
using SosLongitudinal.Web.Shell.Words;

namespace SosLongitudinal.Web.Pages.FocusGroups.List;

/// <summary>Every group with its state, and which sites are still short of what is planned.</summary>
public sealed class IndexModel(StudyFrames frames) : StudyPage
{
    [FromQuery] public string Site { get; set; } = "";

    [FromQuery] public string Wave { get; set; } = "";

    [FromQuery] public string Kind { get; set; } = "";

    [FromQuery] public string State { get; set; } = "";

    public StudyFrame Frame { get; private set; } = new();

    public ImmutableArray<FocusGroup> Groups { get; private set; } = [];

    public ImmutableArray<GroupProgress> Progress { get; private set; } = [];

    /// <summary>The kinds of which something is wanted or there.</summary>
    public IEnumerable<GroupKind> Shown => Progress.Select(p => p.Kind).Distinct().Order();

    public IEnumerable<Choice> Sites => Frame.Sites.Values.Where(s => Person.MaySee(s.Code)).OrderBy(s => s.Name, StringComparer.Ordinal).Select(s => new Choice($"{s.Code}", s.Name));

    public IEnumerable<Choice> Waves => Frame.Design.Waves.Select(w => new Choice($"{w.Code}", w.Name));

    public static IEnumerable<Choice> Kinds => Choices.Of<GroupKind>(k => k.Words());

    public static IEnumerable<Choice> States => Choices.Of<GroupState>(s => s.Words());

    public async Task OnGet()
    {
        Frame = await frames.Current();
        SiteCode? site = SiteCode.TryParse(Site, null, out var oneSite) ? oneSite : null;
        WaveCode? wave = WaveCode.TryParse(Wave, null, out var oneWave) ? oneWave : null;
        GroupKind? kind = Enum.TryParse<GroupKind>(Kind, out var oneKind) && Enum.IsDefined(oneKind) ? oneKind : null;
        Groups = [.. GroupLists.Of(Frame, Person, site, wave, kind, Enum.TryParse<GroupState>(State, out var state) && Enum.IsDefined(state) ? state : null)];
        Progress = [.. GroupTargets.Progress(Frame, Person.MaySee).Where(p => (site ?? p.Site) == p.Site && (wave ?? p.Wave) == p.Wave && (kind ?? p.Kind) == p.Kind)];
    }

    public string NameOf(SiteCode site) => Frame.Sites.GetValueOrDefault(site)?.Name ?? $"{site}";

    public string NameOf(WaveCode wave) => Frame.Design.Wave(wave)?.Name ?? $"{wave}";
}
