using System.Collections.Immutable;
using Humanizer;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Registers.DoubleEntry;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Forms.DoubleEntry;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Components;
using SosLongitudinal.Web.Shell.Words;

namespace SosLongitudinal.Web.Pages.Forms;

/// <summary>A worklist of double entry: forms that wait for their second entry, or to be settled, the longest waiting first.</summary>
public abstract class WaitingForms(DoubleEntryRegisters registers, StudyFrames frames, TimeProvider clock) : StudyPage
{
    private const int PerPage = 50;

    [BindProperty(SupportsGet = true)] public string Site { get; set; } = "";

    [BindProperty(SupportsGet = true)] public string Wave { get; set; } = "";

    [BindProperty(SupportsGet = true)] public string Instrument { get; set; } = "";

    [BindProperty(SupportsGet = true)] public string After { get; set; } = "";

    public StudyFrame Frame { get; private set; } = new();

    public TwicePage Waiting { get; private set; } = new([], 0, null);

    /// <summary>How many of each instrument wait at each wave, whatever is narrowed.</summary>
    public ImmutableArray<TwiceCount> Counts { get; private set; } = [];

    /// <summary>How many the person entered first, which another person enters.</summary>
    public int Own { get; private set; }

    public abstract SecondStatus Status { get; }

    /// <summary>What the person does to a form of the list, and where.</summary>
    public abstract (string Words, string Href) Step(TwiceRow row);

    public abstract string Link(string? after);

    protected abstract bool LeavesOutOwn { get; }

    public IEnumerable<Choice> Sites => Frame.Sites.Values.Where(s => Person.MaySee(s.Code)).OrderBy(s => s.Name, StringComparer.Ordinal)
        .Select(s => new Choice($"{s.Code}", Counted(s.Name, Counts.Where(c => c.Site == s.Code))));

    public IEnumerable<Choice> Waves => Frame.Design.Waves.Select(w => new Choice($"{w.Code}", Counted(w.Name, Counts.Where(c => c.Wave == w.Code))));

    public IEnumerable<Choice> Instruments => Counts.Select(c => c.Instrument).Concat(Frame.Design.DoubleEntry.Select(s => s.Instrument)).Distinct().Order()
        .Select(i => new Choice($"{i}", Counted(TitleOf(i), Counts.Where(c => c.Instrument == i))));

    public string TitleOf(InstrumentId id) => Frame.Shelf.Find(id)?.Title ?? $"{id}";

    public string WaveOf(WaveCode code) => Frame.Design.Wave(code)?.Name ?? $"{code}";

    public string SiteOf(SiteCode code) => Frame.Sites.GetValueOrDefault(code)?.Name ?? $"{code}";

    public string When(DateTimeOffset at) => at.Humanize(dateToCompareAgainst: clock.GetUtcNow());

    public async Task OnGet()
    {
        var own = $"{Person.Account}";
        var question = new TwiceQuestion(Status)
        {
            Scope = Person.Scope(), Site = SiteCode.TryParse(Site, null, out var site) ? site : null, Wave = WaveCode.TryParse(Wave, null, out var wave) ? wave : null,
            Instrument = InstrumentId.TryParse(Instrument, null, out var instrument) ? instrument : null, After = TwiceCursor.TryParse(After, null, out var after) ? after : null, Take = PerPage,
        };
        Frame = await frames.Current();
        var counting = registers.Counts(Person.Scope());
        Waiting = await registers.List(LeavesOutOwn ? question with { NotBy = own } : question);
        Counts = [.. (await counting).Where(c => c.Status == Status)];
        if (LeavesOutOwn) Own = Counts.Where(c => (question.Site ?? c.Site) == c.Site && (question.Wave ?? c.Wave) == c.Wave && (question.Instrument ?? c.Instrument) == c.Instrument).Sum(c => c.Forms) - Waiting.Total;
    }

    private static string Counted(string name, IEnumerable<TwiceCount> counts) => counts.Sum(c => c.Forms) is var forms and > 0 ? $"{name} ({forms})" : name;
}
