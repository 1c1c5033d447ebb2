using System.Collections.Frozen;
using System.Collections.Immutable;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Instruments.LifeCycle;
using SosLongitudinal.Study.Instruments.Linking;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Extracts.Merging;

/// <summary>Where the answers to an item of one version go: a column, the definition that the column's words come from, and the table by which codes change on the way.</summary>
internal sealed record ItemTarget(string Column, InstrumentDefinition Of, Item Item, FrozenDictionary<int, int>? Recode, string? Note);

/// <summary>
/// Follows an item of one instrument from version to version by the concordance. An item that no link speaks of is the same as the one of its name in the next
/// version.
/// </summary>
internal sealed class VersionChain
{
    private readonly ImmutableArray<InstrumentDefinition> versions;
    private readonly ImmutableArray<ItemLink> links;

    public VersionChain(InstrumentId id, StudyInstruments instruments)
    {
        versions = instruments.Shelf.Versions(id);
        links = [.. instruments.Of(id).Links.Where(l => versions.Any(v => v.Version == l.To))]; // a draft's links say nothing yet
    }

    /// <summary>Newest first, as columns are laid out.</summary>
    public IEnumerable<InstrumentDefinition> NewestFirst => versions.Reverse();

    /// <summary>One version and nothing declared: names are columns.</summary>
    public bool IsPlain => versions.Length <= 1 && links.IsEmpty;

    public bool DiffersByWave => links.Any(l => l.Wave is not null);

    public ItemTarget Follow(InstrumentDefinition version, Item item, WaveCode? wave, VersionLayout layout)
    {
        var (at, of, own) = (item, version, Own(version, item));
        FrozenDictionary<int, int>? table = null;
        string? note = null;
        if (links.FirstOrDefault(l => l.Wave is not null && l.Wave == wave && l.From == version.Version && l.Earlier() == item.Name) is { } atWave)
        {
            note = atWave.Note;
            if (atWave.Kind == LinkKind.NotComparable || (layout == VersionLayout.Apart && atWave.Kind == LinkKind.Recoded)) return new($"{item.Name}_{wave}", version, item, null, note);
            (at, of, table) = Along(atWave, table);
        }
        while (Next(of, at) is { } step)
        {
            if (step.Link is { } link)
            {
                note = link.Note ?? note;
                if (link.Kind == LinkKind.NotComparable || (layout == VersionLayout.Apart && link.Kind == LinkKind.Recoded)) return new(own, of, at, table, note);
                (at, of, table) = Along(link, table);
            }
            else (at, of) = (step.Item, step.Of);
        }
        if (layout == VersionLayout.Apart) return new(own, of, at, table, note);
        var isTaken = versions.Any(v => v.Version > of.Version && v.ItemOf(at.Name) is not null); // by an item that another one was linked to
        return new(isTaken ? Suffixed(at.Name, of.Version) : at.Name, of, at, table, note);
    }

    /// <summary>The name of the column for those versions between which the item stayed as it is: its own, or with the first of them where it did not stay so.</summary>
    private string Own(InstrumentDefinition version, Item item)
    {
        var first = version;
        foreach (var before in versions.Where(v => v.Version < version.Version).Reverse())
        {
            if (Break(before, item.Name, first.Version)) return Suffixed(item.Name, first.Version);
            if (before.ItemOf(item.Name) is not null) first = before;
        }
        return versions.Any(v => v.Version > version.Version && v.ItemOf(item.Name) is not null && Break(version, item.Name, v.Version)) ? Suffixed(item.Name, first.Version) : item.Name;
    }

    private bool Break(InstrumentDefinition before, string item, int to) =>
        before.ItemOf(item) is not null && links.Any(l => l.Wave is null && l.Item == item && l.From == before.Version && l.To <= to && l.Kind != LinkKind.Same);

    private string Suffixed(string name, int version)
    {
        var suffixed = $"{name}_v{version}";
        while (versions.Any(v => v.ItemOf(suffixed) is not null)) suffixed += "_";
        return suffixed;
    }

    private (ItemLink? Link, InstrumentDefinition Of, Item Item)? Next(InstrumentDefinition of, Item item)
    {
        if (links.Where(l => l.Wave is null && l.From == of.Version && l.Earlier() == item.Name).MinBy(l => l.To) is { } link) return (link, of, item);
        var later = versions.FirstOrDefault(v => v.Version > of.Version && v.ItemOf(item.Name)?.Type == item.Type);
        return later is null || links.Any(l => l.Wave is null && l.To == later.Version && l.Item == item.Name && l.Earlier() != item.Name) ? null : (null, later, later.ItemOf(item.Name)!);
    }

    private (Item, InstrumentDefinition, FrozenDictionary<int, int>?) Along(ItemLink link, FrozenDictionary<int, int>? so)
    {
        var to = versions.First(v => v.Version == link.To);
        var step = link.Kind == LinkKind.Recoded ? link.Recode.ToFrozenDictionary(p => p.Was, p => p.Becomes) : null;
        return (to.ItemOf(link.Item)!, to, Then(so, step));
    }

    private static FrozenDictionary<int, int>? Then(FrozenDictionary<int, int>? first, FrozenDictionary<int, int>? second)
    {
        if (first is null || second is null) return first ?? second;
        var all = second.Where(p => !first.ContainsKey(p.Key)).ToDictionary(p => p.Key, p => p.Value);
        foreach (var (was, between) in first) all[was] = second.GetValueOrDefault(between, between);
        return all.ToFrozenDictionary();
    }
}
