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

    public InstrumentShelf(IEnumerable<InstrumentDefinition> definitions)
    {
        byVersion = definitions.ToFrozenDictionary(d => (d.Id, d.Version));
        newest = byVersion.Values.GroupBy(d => d.Id).ToFrozenDictionary(g => g.Key, g => g.MaxBy(d => d.Version)!);
        Newest = [.. newest.Values.OrderBy(d => d.Id)];
    }

    /// <summary>The instruments that come with the product.</summary>
    public static InstrumentShelf Library => BuiltIn.Value;

    /// <summary>The newest version of each, by id.</summary>
    public ImmutableArray<InstrumentDefinition> Newest { get; }

    /// <summary>The newest version; <c>null</c> where there is none.</summary>
    public InstrumentDefinition? Find(InstrumentId id) => newest.GetValueOrDefault(id);

    public InstrumentDefinition? Find(InstrumentId id, int version) => byVersion.GetValueOrDefault((id, version));

    public InstrumentDefinition this[InstrumentId id] => Find(id) ?? throw new KeyNotFoundException($"There is no instrument '{id}' on this shelf.");

    public InstrumentDefinition this[string id] => this[new InstrumentId(id)];

    /// <summary>This shelf with further definitions; one of the same id and version takes the place of the old one.</summary>
    public InstrumentShelf With(params IEnumerable<InstrumentDefinition> added) =>
        new(byVersion.Values.Concat(added).GroupBy(d => (d.Id, d.Version)).Select(g => g.Last()));
}
