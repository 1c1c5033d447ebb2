using System.Collections.Immutable;
using Orleans;

namespace SosLongitudinal.Study.Instruments.Cases;

/// <summary>One filled form with what must come of it. Publishing refuses while a case does not hold.</summary>
[GenerateSerializer, Immutable, Alias("sos.test-case")]
public sealed record TestCase([property: Id(0)] string Name, [property: Id(1)] Answers Answers)
{
    /// <summary>Which items must apply, and which must not.</summary>
    [Id(2)] public ImmutableSortedDictionary<string, bool> Applies { get; init; } = ImmutableSortedDictionary<string, bool>.Empty;

    /// <summary>The score each scale must come to, or the name of the reason why there is none.</summary>
    [Id(3)] public ImmutableSortedDictionary<string, string> Scores { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>What items must hold once the form is checked, computed ones above all.</summary>
    [Id(4)] public ImmutableSortedDictionary<string, string> Holds { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Items whose answer must be refused.</summary>
    [Id(5)] public ImmutableArray<string> Refuses { get; init; } = [];

    /// <summary>The day on which the form is filled in, where expressions ask for it.</summary>
    [Id(6)] public DateOnly? On { get; init; }
}
