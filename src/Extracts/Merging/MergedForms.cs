using System.Collections.Immutable;
using SosLongitudinal.Extracts.Columns;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Extracts.Merging;

/// <summary>Instruments of one group with all their versions, as one set of columns. Nothing of it changes once it is made.</summary>
internal sealed class MergedForms
{
    private readonly HashSet<InstrumentDefinition> plain = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, MergedItem> items = new(StringComparer.Ordinal);
    private readonly List<MergedItem> order = [];
    private readonly int waves;

    public MergedForms(StudyFrame frame, VersionLayout layout, IEnumerable<InstrumentDefinition> newest)
    {
        (Layout, waves) = (layout, frame.Design.Waves.Length);
        var chains = newest.Select(d => new VersionChain(d.Id, frame.Instruments)).ToList();
        Versions = [.. chains.SelectMany(c => c.NewestFirst)];
        foreach (var chain in chains)
        {
            if (chain.IsPlain) plain.UnionWith(chain.NewestFirst);
            foreach (var version in chain.NewestFirst)
                foreach (var item in version.Items)
                {
                    if (!chain.DiffersByWave) Add(version, item, "", chain.Follow(version, item, null, layout));
                    else foreach (var wave in frame.Design.Waves) Add(version, item, wave.Code.Text, chain.Follow(version, item, wave.Code, layout));
                }
        }
    }

    /// <summary>Every version, newest first, instrument by instrument.</summary>
    public ImmutableArray<InstrumentDefinition> Versions { get; }

    public IEnumerable<MergedItem> Items => order;

    /// <summary>Whether items of free text are columns too.</summary>
    public bool HasTexts { get; init; }

    /// <summary>Whether names are columns for forms of this definition, so that items need not be looked up one by one.</summary>
    public bool IsPlain(InstrumentDefinition definition) => plain.Contains(definition);

    public ImmutableArray<ColumnFeed> FeedsOf(MergedItem item) => item.Feeds(waves);

    public VersionLayout Layout { get; }

    /// <summary>The item that fills a column of this name.</summary>
    public MergedItem? Item(string column) => items.GetValueOrDefault(column);

    public InstrumentDefinition NewestOf(InstrumentDefinition version) => Versions.First(v => v.Id == version.Id);

    /// <summary>Whether an item's answers on two versions fill one column with the same codes.</summary>
    public bool AreOne(InstrumentDefinition one, InstrumentDefinition other, string name)
    {
        var sides = order.Select(i => (One: i.Sources.FirstOrDefault(s => ReferenceEquals(s.Version, one) && s.Item.Name == name), Other: i.Sources.FirstOrDefault(s => ReferenceEquals(s.Version, other) && s.Item.Name == name)));
        return sides.Any(s => s.One is { } a && s.Other is { } b && a.Table() == b.Table());
    }

    private void Add(InstrumentDefinition version, Item item, string wave, ItemTarget target)
    {
        var name = target.Column;
        if (items.TryGetValue(name, out var taken) && taken.Has(version, wave)) name = $"{item.Name}_v{version.Version}"; // two items of one form cannot fill one column
        if (!items.TryGetValue(name, out var merged))
        {
            merged = new(name, target.Of, target.Item);
            items.Add(name, merged);
            order.Add(merged);
        }
        merged.TryAdd(new(version, item, target.Recode, target.Note), wave);
    }
}
