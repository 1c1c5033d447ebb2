using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Analysis.Agreement;
using SosLongitudinal.Grains.Registers.DoubleEntry;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Forms.DoubleEntry;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Components;
using SosLongitudinal.Web.Shell.Words;

namespace SosLongitudinal.Web.Pages.Analysis.Agreement;

/// <summary>How often entry goes wrong, and how far two coders agree.</summary>
public sealed class IndexModel(AgreementSource source, DoubleEntryRegisters registers, StudyFrames frames, AccountNames names) : StudyPage
{
    private NameList called = NameList.None;

    [BindProperty(SupportsGet = true)] public string Instrument { get; set; } = "";

    [BindProperty(SupportsGet = true)] public string Wave { get; set; } = "";

    [BindProperty(SupportsGet = true)] public string Site { get; set; } = "";

    /// <summary>Items on which no two entries differ are listed too.</summary>
    [BindProperty(SupportsGet = true)] public bool Every { get; set; }

    public StudyFrame Frame { get; private set; } = new();

    public AgreementResult Result { get; private set; } = null!;

    public DateTimeOffset At { get; private set; }

    /// <summary>Forms of the sample whose second entry is awaited.</summary>
    public int Awaited { get; private set; }

    public string Sites => Person.Sites.Match(_ => "All sites", only => string.Join(", ", only.Sites.Select(NameOf)));

    public IEnumerable<Choice> Instruments => Frame.Design.DoubleEntry.Select(s => s.Instrument).Distinct().Order().Select(i => new Choice($"{i}", TitleOf($"{i}")));

    public IEnumerable<Choice> Waves => Frame.Design.Waves.Select(w => new Choice($"{w.Code}", w.Name));

    public IEnumerable<Choice> SiteChoices => Frame.Sites.Values.Where(s => Person.MaySee(s.Code)).OrderBy(s => s.Name, StringComparer.Ordinal).Select(s => new Choice($"{s.Code}", s.Name));

    public async Task OnGet(CancellationToken cancellation)
    {
        (Frame, called) = (await frames.Current(), await names.List());
        var question = new AgreementQuestion(
            InstrumentId.TryParse(Instrument, null, out var i) ? i : null, WaveCode.TryParse(Wave, null, out var w) ? w : null, SiteCode.TryParse(Site, null, out var s) ? s : null);
        var analysed = await source.Of(Person, question, cancellation);
        (Result, At) = (analysed.Result, analysed.At);
        Awaited = (await registers.Counts(Person.Scope())).Where(c => c.Status == SecondStatus.Awaited && (question.Instrument ?? c.Instrument) == c.Instrument && (question.Wave ?? c.Wave) == c.Wave && (question.Site ?? c.Site) == c.Site).Sum(c => c.Forms);
    }

    public IEnumerable<ErrorGroup> GroupsBy(string by) => Result.Groups.Where(g => g.By == by);

    /// <summary>The items of each instrument that entries differ on, the most often wrong first, and how many were the same throughout.</summary>
    public IEnumerable<(string Instrument, ImmutableArray<ErrorGroup> Items, int Same)> ByItem => GroupsBy("item").GroupBy(g => g.Group.Split(' ', 2)[0]).OrderBy(g => TitleOf(g.Key), StringComparer.Ordinal).Select(of =>
    {
        var (differ, same) = (of.Where(g => g.Differ.Count > 0 || g.Wrong.Count > 0).OrderByDescending(g => g.Wrong.Percent ?? 0).ThenByDescending(g => g.Differ.Percent ?? 0), of.Count(g => g is { Differ.Count: 0, Wrong.Count: 0 }));
        return (of.Key, Every ? of.ToImmutableArray() : differ.ToImmutableArray(), same);
    });

    /// <summary>A group by the name that people know it by; an item stands under its instrument.</summary>
    public string Words(ErrorGroup group) => group.By switch
    {
        "all" => "All forms",
        "instrument" => TitleOf(group.Group),
        "person" => $"{called.Of(group.Group)}",
        "item" when group.Group.Split(' ', 2) is [var instrument, var item] => ItemOf(instrument, item),
        _ => group.Group,
    };

    public string ItemOf(string instrument, string item) => Frame.Shelf.Find(new InstrumentId(instrument))?.ItemOf(item) is { } of ? $"{of.Number} {of.Caption()}" : item;

    public string TitleOf(string instrument) => Frame.Shelf.Find(new InstrumentId(instrument))?.Title ?? instrument;

    public string AsOf => At.Words(Frame.Design.TimeZone);

    private string NameOf(SiteCode site) => Frame.Sites.GetValueOrDefault(site)?.Name ?? $"{site}";
}
