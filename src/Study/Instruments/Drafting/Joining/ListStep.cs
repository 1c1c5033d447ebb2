using System.Collections.Immutable;
using Orleans;

namespace SosLongitudinal.Study.Instruments.Drafting.Joining;

/// <summary>A list that is declared as a whole (the concordance, the test cases) as one change left it.</summary>
[GenerateSerializer, Immutable, Alias("sos.list-step`1")]
public sealed record ListStep<T>([property: Id(0)] int Revision, [property: Id(1)] string By, [property: Id(2)] DateTimeOffset At, [property: Id(3)] ImmutableArray<T> Rows);

/// <summary>What two people can change side by side in a list: its rows.</summary>
/// <param name="Key">What a row is known by, such as <c>case:no goals</c>.</param>
/// <param name="Words">What a row says, by property, in words for a person.</param>
public sealed record RowKind<T>(Func<T, string> Key, Func<T, IEnumerable<(string Property, string Text)>> Words);
