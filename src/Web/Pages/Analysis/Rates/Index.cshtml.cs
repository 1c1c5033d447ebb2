using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Analysis.Outcomes;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Fieldwork.Outcomes;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Components;
using SosLongitudinal.Web.Shell.Words;

namespace SosLongitudinal.Web.Pages.Analysis.Rates;

/// <summary>Response, cooperation, refusal and contact rates of a wave.</summary>
public sealed class IndexModel(RatesSource source, StudyFrames frames, TimeProvider clock) : StudyPage
{
    [BindProperty(SupportsGet = true)] public string Wave { get; set; } = "";

    [BindProperty(SupportsGet = true)] public OutcomeBase Of { get; set; }

    [BindProperty(SupportsGet = true)] public string Site { get; set; } = "";

    /// <summary><c>closed</c>, or <c>all</c>: also families whose window is open.</summary>
    [BindProperty(SupportsGet = true)] public string Field { get; set; } = "closed";

    [BindProperty(SupportsGet = true)] public string E { get; set; } = "";

    public StudyFrame Frame { get; private set; } = new();

    /// <summary><c>null</c> where the study has no waves, or <see cref="E"/> is no share.</summary>
    public OutcomeResult? Result { get; private set; }

    public DateTimeOffset At { get; private set; }

    public string AsOf => At.Words(Frame.Design.TimeZone);

    public string Sites => Person.Sites.Match(_ => "All sites", only => string.Join(", ", only.Sites.Select(s => Frame.Sites.GetValueOrDefault(s)?.Name ?? $"{s}")));

    public IEnumerable<Choice> Waves => Frame.Design.Waves.Select(w => new Choice($"{w.Code}", w.Name));

    public IEnumerable<Choice> SiteChoices => Frame.Sites.Values.Where(s => Person.MaySee(s.Code)).OrderBy(s => s.Name, StringComparer.Ordinal).Select(s => new Choice($"{s.Code}", s.Name));

    public string Csv => AnalysisLinks.RatesCsv(Wave, Of, Site, Field == "all", Result is { } r && r.E != r.UsualE ? r.E : null);

    public async Task OnGet()
    {
        Frame = await frames.Current();
        if (!Frame.Design.IsOpen) return;
        var wave = WaveCode.TryParse(Wave, null, out var code) && Frame.Design.Wave(code) is not null ? code : RatesSource.Usual(Frame.Design, Frame.Design.Today(clock.GetUtcNow()));
        Wave = $"{wave}";
        double? e = null;
        if (E.Trim().Length > 0) e = double.TryParse(E.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var share) ? share : double.NaN;
        var rates = await source.Of(Person, wave, Of, Field != "all", SiteCode.TryParse(Site, null, out var site) ? site : null, e);
        if (rates is Decision<Analysed<OutcomeResult>>.Accepted(var analysed)) (Result, At) = analysed;
        else ModelState.AddModelError("E", RatesRefusals.Share.Sentence);
    }

    public string GroupName(OutcomeGroup group) => group.By == "interviewer" ? group.Group.Length == 0 ? "Nobody assigned" : group.Group : GroupWords.Of(Frame, group.By, group.Group);

    public static string Percent(double? share) => GroupWords.Percent(share * 100);

    public static ImmutableArray<Choice> Bases => [.. Choices.Of<OutcomeBase>(b => b.Words())];
}
