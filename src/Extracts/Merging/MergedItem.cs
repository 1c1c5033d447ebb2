using System.Collections.Frozen;
using System.Collections.Immutable;
using SosLongitudinal.Extracts.Columns;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Extracts.Merging;

/// <summary>What an item of one version is to a column.</summary>
internal sealed record ItemSource(InstrumentDefinition Version, Item Item, FrozenDictionary<int, int>? Recode, string? Note)
{
    public int Recoded(int code) => Recode is not null && Recode.TryGetValue(code, out var becomes) ? becomes : code;

    /// <summary>Whether a form of this version could be answered so.</summary>
    public bool Offers(int code) => Version.ChoicesOf(Item).Any(c => Recoded(c.Code) == code);

    public string Table() => Recode is null ? "" : string.Join(' ', Recode.OrderBy(p => p.Key).Select(p => $"{p.Key}={p.Value}"));
}

/// <summary>One item as a column (or, for "select all that apply", several): where its words come from, and what fills it.</summary>
internal sealed class MergedItem(string name, InstrumentDefinition of, Item item)
{
    private readonly Dictionary<(InstrumentId Instrument, int Version, string Wave), ItemSource> sources = [];

    public string Name => name;

    public InstrumentDefinition Of => of;

    public Item Item => item;

    public IEnumerable<ItemSource> Sources => sources.Values;

    /// <param name="wave">Empty where all waves are alike.</param>
    public bool TryAdd(ItemSource source, string wave) => sources.TryAdd((source.Version.Id, source.Version.Version, wave), source);

    public bool Has(InstrumentDefinition version, string wave) => sources.ContainsKey((version.Id, version.Version, wave));

    public ItemSource? SourceOf(InstrumentDefinition version, WaveCode wave) =>
        sources.GetValueOrDefault((version.Id, version.Version, wave.Text)) ?? sources.GetValueOrDefault((version.Id, version.Version, ""));

    /// <summary>A version once, and wave by wave only where its waves differ.</summary>
    public ImmutableArray<ColumnFeed> Feeds(int waves) =>
    [
        .. sources.GroupBy(s => (s.Key.Instrument, s.Key.Version)).OrderBy(g => g.Key.Instrument).ThenBy(g => g.Key.Version).SelectMany(g =>
            g.Count() is var n && (n == waves || g.First().Key.Wave.Length == 0) && g.Select(s => s.Value.Table()).Distinct().Count() == 1
                ? [Feed(g.First().Value, null)]
                : g.OrderBy(s => s.Key.Wave, StringComparer.Ordinal).Select(s => Feed(s.Value, s.Key.Wave)))
    ];

    private static ColumnFeed Feed(ItemSource source, string? wave) =>
        new(source.Version.Id.Text, source.Version.Version, source.Item.Name, source.Table(), source.Note, wave);
}
