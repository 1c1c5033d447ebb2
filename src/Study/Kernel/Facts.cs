using System.Collections.Immutable;

namespace SosLongitudinal.Study.Kernel;

/// <summary>How rules accept: the facts that follow, in order; none where nothing changes.</summary>
public static class Facts
{
    public static Decision<ImmutableArray<TFact>> Of<TFact>(params ReadOnlySpan<TFact> facts) where TFact : class => ImmutableArray.Create(facts);

    public static Decision<ImmutableArray<TFact>> None<TFact>() where TFact : class => ImmutableArray<TFact>.Empty;
}
