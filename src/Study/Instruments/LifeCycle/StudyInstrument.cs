using System.Collections.Immutable;
using Orleans;
using SosLongitudinal.Study.Instruments.Cases;
using SosLongitudinal.Study.Instruments.Linking;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Instruments.LifeCycle;

/// <summary>A version that the study itself published.</summary>
[GenerateSerializer, Immutable, Alias("sos.published-version")]
public sealed record PublishedVersion([property: Id(0)] InstrumentDefinition Definition, [property: Id(1)] DateTimeOffset At, [property: Id(2)] string By);

/// <summary>From a day on, forms of a wave are filled on this version.</summary>
[GenerateSerializer, Immutable, Alias("sos.version-in-force")]
public sealed record VersionInForce([property: Id(0)] WaveCode Wave, [property: Id(1)] int Version, [property: Id(2)] DateOnly From);

/// <summary>Who declared a whole list last, and the number of that fact: whoever declares it anew says which one was seen.</summary>
[GenerateSerializer, Immutable, Alias("sos.declared-by")]
public sealed record DeclaredBy([property: Id(0)] int Revision, [property: Id(1)] string By, [property: Id(2)] DateTimeOffset At)
{
    internal static DeclaredBy Of(FactHead head) => new(head.N, head.By, head.At);
}

/// <summary>
/// An instrument as a study has it: the versions that came with the product, those the study published, its draft, which version is in force where, the
/// concordance and the test cases.
/// </summary>
[GenerateSerializer, Immutable, Alias("sos.study-instrument")]
public sealed record StudyInstrument([property: Id(0)] InstrumentId Id)
{
    /// <summary>What the study published, in order. A built-in version counts as published before.</summary>
    [Id(1)] public ImmutableArray<PublishedVersion> Own { get; init; } = [];

    [Id(2)] public InstrumentDefinition? Draft { get; init; }

    [Id(3)] public string DraftedBy { get; init; } = "";

    [Id(4)] public DateTimeOffset DraftedAt { get; init; }

    /// <summary>By wave, then by day.</summary>
    [Id(5)] public ImmutableArray<VersionInForce> InForce { get; init; } = [];

    [Id(6)] public ImmutableArray<ItemLink> Links { get; init; } = [];

    [Id(7)] public ImmutableArray<TestCase> Cases { get; init; } = [];

    /// <summary>How many facts this is the fold of.</summary>
    [Id(8)] public int Version { get; init; }

    /// <summary>The number of the fact that made the draft what it is; 0 where there is none. A save says which it was begun on.</summary>
    [Id(9)] public int DraftRevision { get; init; }

    /// <summary>Who declared the concordance last; <c>null</c> before anybody did.</summary>
    [Id(10)] public DeclaredBy? LinksBy { get; init; }

    [Id(11)] public DeclaredBy? CasesBy { get; init; }

    /// <summary>Every published version, oldest first; the study's own takes the place of a built-in one of its number.</summary>
    public IEnumerable<InstrumentDefinition> Published() =>
        InstrumentShelf.Library.Versions(Id).Where(d => Own.All(o => o.Definition.Version != d.Version)).Concat(Own.Select(o => o.Definition)).OrderBy(d => d.Version);

    public InstrumentDefinition? Newest() => Published().LastOrDefault();

    public InstrumentDefinition? Find(int version) => Published().FirstOrDefault(d => d.Version == version);

    public static StudyInstrument Fold(StudyInstrument instrument, Recorded<InstrumentFact> fact) => Apply(instrument, fact) with { Version = fact.Head.N };

    private static StudyInstrument Apply(StudyInstrument i, Recorded<InstrumentFact> fact) => fact.Content switch
    {
        InstrumentFact.Drafted f => i with { Draft = f.Definition, DraftedBy = fact.Head.By, DraftedAt = fact.Head.At, DraftRevision = fact.Head.N },
        InstrumentFact.DraftDiscarded f => i with { Draft = null, DraftRevision = 0, Links = [.. i.Links.Where(l => l.To != f.Version)] },
        InstrumentFact.Published when i.Draft is { } draft => i with { Draft = null, DraftRevision = 0, Own = i.Own.Add(new(draft, fact.Head.At, fact.Head.By)) },
        InstrumentFact.PutInForce f => i with { InForce = [.. i.InForce.Where(v => (v.Wave, v.From) != (f.Wave, f.From)).Append(new(f.Wave, f.Version, f.From)).OrderBy(v => v.Wave.Text, StringComparer.Ordinal).ThenBy(v => v.From)] },
        InstrumentFact.LinksDeclared f => i with { Links = f.Links, LinksBy = DeclaredBy.Of(fact.Head) },
        InstrumentFact.CasesDeclared f => i with { Cases = f.Cases, CasesBy = DeclaredBy.Of(fact.Head) },
        _ => i,
    };
}
