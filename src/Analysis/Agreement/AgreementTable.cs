using System.Collections.Immutable;
using System.Globalization;
using SosLongitudinal.Analysis.Results;
using SosLongitudinal.Analysis.Statistics;
using SosLongitudinal.Extracts.Tables;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Analysis.Agreement;

/// <summary>Which forms an agreement is over; parts left out do not narrow.</summary>
public sealed record AgreementQuestion(InstrumentId? Instrument = null, WaveCode? Wave = null, SiteCode? Site = null);

/// <summary>Makes the agreement report from the <c>double-entry</c> table.</summary>
public static class AgreementTable
{
    /// <summary>The columns that it reads: ask the registers for these only.</summary>
    public static ImmutableArray<string> Columns { get; } =
        ["family", "subject", "respondent", "wave", "instrument", "site_now", "second", "item", "first_by", "second_by", "first", "second_says", "differs", "first_wrong", "second_wrong"];

    public static AgreementResult Of(StudyFrame frame, AgreementQuestion question, IEnumerable<TableBatch> table, DateOnly asOf)
    {
        var items = table.SelectMany(b => b.Rows).Select(ComparedItem.Of).Where(i => Fits(question, i)).ToList();
        var forms = items.DistinctBy(i => i.Form).CountBy(i => i.Status).ToDictionary();
        int Standing(string status) => forms.GetValueOrDefault(status);
        return new(new(frame.Design.Synthetic, asOf), new(forms.Values.Sum(), Standing("agreed"), Standing("settled"), Standing("differs")), Groups(frame, items), Coded(frame, items));
    }

    private static bool Fits(AgreementQuestion q, ComparedItem item) =>
        (q.Instrument is null || item.Instrument == q.Instrument.ToString()) && (q.Wave is null || item.Wave == q.Wave.ToString()) && (q.Site is null || item.Site == q.Site.ToString());

    private static ImmutableArray<ErrorGroup> Groups(StudyFrame frame, List<ComparedItem> items) =>
    [
        Group("all", "all", items),
        .. items.GroupBy(i => i.Instrument).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => Group("instrument", g.Key, g)),
        .. items.SelectMany(i => new[] { (Person: i.FirstBy, Wrong: i.FirstWrong, Item: i), (Person: i.SecondBy, Wrong: i.SecondWrong, Item: i) })
            .GroupBy(e => e.Person).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new ErrorGroup("person", g.Key, g.DistinctBy(e => e.Item.Form).Count(), new(g.Count(e => e.Item.Differs), g.Count()), new(g.Count(e => e.Wrong == true), g.Count(e => e.Wrong is not null)))),
        .. ByItem(frame, items).Select(g => Group("item", $"{g.Key.Instrument} {g.Key.Item}", g)),
    ];

    /// <summary>In the order of the forms: what a gate closes on most of them stands at its place all the same.</summary>
    private static IEnumerable<IGrouping<(string Instrument, string Item), ComparedItem>> ByItem(StudyFrame frame, List<ComparedItem> items) =>
        items.GroupBy(i => (i.Instrument, i.Item)).OrderBy(g => g.Key.Instrument, StringComparer.Ordinal)
            .ThenBy(g => frame.Shelf.Find(new(g.Key.Instrument))?.ItemOf(g.Key.Item)?.Number ?? int.MaxValue);

    private static ErrorGroup Group(string by, string name, IEnumerable<ComparedItem> items)
    {
        var all = items.ToList();
        var held = all.Where(i => i.FirstWrong is not null).ToList();
        return new(by, name, all.DistinctBy(i => i.Form).Count(), new(all.Count(i => i.Differs), all.Count), new(held.Count(i => i.FirstWrong == true) + held.Count(i => i.SecondWrong == true), 2 * held.Count));
    }

    /// <summary>Records are coded by judgement, so that agreement beyond chance is asked of them; other forms are copied.</summary>
    private static ImmutableArray<CodedItem> Coded(StudyFrame frame, List<ComparedItem> items) =>
        [.. ByItem(frame, items).Select(g => (g.Key, Definition: frame.Shelf.Find(new(g.Key.Instrument)), Pairs: g.ToList()))
            .Where(g => g.Definition?.Track == Track.CaseRecord && g.Definition.ItemOf(g.Key.Item) is { Type: not ItemType.Text })
            .Select(g => Coded(g.Definition!, g.Key.Item, g.Pairs))];

    private static CodedItem Coded(InstrumentDefinition definition, string name, List<ComparedItem> all)
    {
        var pairs = all.Where(p => p.First is not null && p.Second is not null).ToList();
        var agree = new Rate(pairs.Count(p => !p.Differs), pairs.Count);
        var item = definition.ItemOf(name)!;
        if (item.Type != ItemType.Code) return new($"{definition.Id}", name, all.Count - pairs.Count, agree, null, null, null);
        var codes = definition.ChoicesOf(item).Select(c => c.Code.ToString(CultureInfo.InvariantCulture)).ToList();
        var table = new int[codes.Count, codes.Count];
        foreach (var pair in pairs)
            if (codes.IndexOf(pair.First!) is >= 0 and var row && codes.IndexOf(pair.Second!) is >= 0 and var column) table[row, column]++;
        return new($"{definition.Id}", name, all.Count - pairs.Count, agree, Kappa.Of(table), Kappa.Of(table, KappaWeights.Linear), Kappa.Of(table, KappaWeights.Quadratic));
    }
}
