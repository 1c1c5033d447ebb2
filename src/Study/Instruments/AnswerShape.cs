using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;

namespace SosLongitudinal.Study.Instruments;

/// <summary>
/// The item names of a form in stored order, shared by all forms with the same names, so that 100,000 families hold them once.
/// </summary>
public sealed class AnswerShape
{
    private readonly FrozenDictionary<string, int> indexes;
    private readonly ConcurrentDictionary<AnswerShape, int[]> positions = [];

    internal AnswerShape(ImmutableArray<string> names)
    {
        Names = names;
        Joined = string.Join('\n', names);
        Encoded = [.. names.Select(n => JsonEncodedText.Encode(n))];
        indexes = names.Select((name, index) => (name, index)).ToFrozenDictionary(p => p.name, p => p.index, StringComparer.Ordinal);
    }

    public static AnswerShape Empty { get; } = Of([]);

    public ImmutableArray<string> Names { get; }

    public int Count => Names.Length;

    internal string Joined { get; }

    internal ImmutableArray<JsonEncodedText> Encoded { get; }

    /// <summary>The shape of these names; the same instance for the same names. Throws where a name stands twice or is empty.</summary>
    public static AnswerShape Of(IEnumerable<string> names) => names.Aggregate(ShapeNode.Root, (node, name) => node.Next(name)).Shape;

    internal static AnswerShape OfJoined(string joined) => joined.Length == 0 ? Empty : Of(joined.Split('\n'));

    /// <summary>Where a name stands; -1 where it does not.</summary>
    public int IndexOf(string name) => indexes.TryGetValue(name, out var index) ? index : -1;

    /// <summary>For each name of <paramref name="wanted"/> where it stands here, -1 where it does not; worked out once per pair of shapes.</summary>
    public ReadOnlySpan<int> PositionsOf(AnswerShape wanted) =>
        positions.TryGetValue(wanted, out var known) ? known : positions.GetOrAdd(wanted, w => [.. w.Names.Select(IndexOf)]);

    /// <summary>Same names in the same order.</summary>
    public bool SameAs(AnswerShape other) => ReferenceEquals(this, other) || string.Equals(Joined, other.Joined, StringComparison.Ordinal);
}
