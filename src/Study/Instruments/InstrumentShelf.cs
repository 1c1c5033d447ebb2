using System.Collections.Frozen;
using System.Collections.Immutable;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Instruments;

/// <summary>The instruments at hand, by id and version. Immutable.</summary>
public sealed class InstrumentShelf
{
    private static readonly Lazy<InstrumentShelf> BuiltIn = new(() => new(InstrumentLibrary.Load()));

    private readonly FrozenDictionary<(InstrumentId, int), InstrumentDefinition> byVersion;
    private readonly FrozenDictionary<InstrumentId, InstrumentDefinition> newest;
    private readonly FrozenDictionary<InstrumentId, ImmutableArray<InstrumentDefinition>> versions;

    public InstrumentShelf(IEnumerable<InstrumentDefinition> definitions)
    {
        byVersion = definitions.ToFrozenDictionary(d => (d.Id, d.Version));
        versions = byVersion.Values.GroupBy(d => d.Id).ToFrozenDictionary(g => g.Key, g => g.OrderBy(d => d.Version).ToImmutableArray());
        newest = versions.ToFrozenDictionary(v => v.Key, v => v.Value[^1]);
        Newest = [.. newest.Values.OrderBy(d => d.Id)];
    }

    /// <summary>The instruments that come with the product.</summary>
    public static InstrumentShelf Library => BuiltIn.Value;

    /// <summary>The newest version of each, by id.</summary>
    public ImmutableArray<InstrumentDefinition> Newest { get; }

    /// <summary>The newest version; <c>null</c> where there is none.</summary>
    public InstrumentDefinition? Find(InstrumentId id) => newest.GetValueOrDefault(id);

    public InstrumentDefinition? Find(InstrumentId id, int version) => byVersion.GetValueOrDefault((id, version));

    /// <summary>Every version of an instrument, oldest first.</summary>
    public ImmutableArray<InstrumentDefinition> Versions(InstrumentId id) => versions.TryGetValue(id, out var all) ? all : [];

    public InstrumentDefinition this[InstrumentId id] => Find(id) ?? throw new KeyNotFoundException($"There is no instrument '{id}' on this shelf.");

    public InstrumentDefinition this[string id] => this[new InstrumentId(id)];

    /// <summary>This shelf with further definitions; one of the same id and version takes the place of the old one.</summary>
    public InstrumentShelf With(params IEnumerable<InstrumentDefinition> added) =>
        new(byVersion.Values.Concat(added).GroupBy(d => (d.Id, d.Version)).Select(g => g.Last()));
}
