using System.Collections.Immutable;
using System.Text.Json.Serialization;
using SosLongitudinal.Study.Instruments.Cases;
using SosLongitudinal.Study.Instruments.Linking;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Instruments.LifeCycle;

/// <summary>What can happen to an instrument in a study.</summary>
[RecordKind("sos.instrument")]
[JsonDerivedType(typeof(Drafted), "instrument.drafted")]
[JsonDerivedType(typeof(DraftDiscarded), "instrument.draft-discarded")]
[JsonDerivedType(typeof(Published), "instrument.published")]
[JsonDerivedType(typeof(PutInForce), "instrument.put-in-force")]
[JsonDerivedType(typeof(LinksDeclared), "instrument.links-declared")]
[JsonDerivedType(typeof(CasesDeclared), "instrument.cases-declared")]
public abstract record InstrumentFact
{
    private InstrumentFact() { }

    /// <summary>The draft in full; its version is the one that it will be published as.</summary>
    public sealed record Drafted(InstrumentDefinition Definition) : InstrumentFact;
    public sealed record DraftDiscarded(int Version) : InstrumentFact;

    /// <summary>The draft became this version.</summary>
    public sealed record Published(int Version) : InstrumentFact;
    public sealed record PutInForce(WaveCode Wave, int Version, DateOnly From) : InstrumentFact;

    /// <summary>The whole concordance as it now stands.</summary>
    public sealed record LinksDeclared(ImmutableArray<ItemLink> Links) : InstrumentFact;

    /// <summary>All test cases as they now stand.</summary>
    public sealed record CasesDeclared(ImmutableArray<TestCase> Cases) : InstrumentFact;
}
