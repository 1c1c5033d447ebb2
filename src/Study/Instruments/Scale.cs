using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace SosLongitudinal.Study.Instruments;

/// <summary>Where the gate item has one of <see cref="Values"/>, the score is <see cref="Score"/> whatever else is there.</summary>
public sealed record ScaleGate(string Item, ImmutableArray<int> Values, int Score);

/// <summary>A score as data: either a sum or mean of items, or a sum of other scales (<see cref="SumOf"/>), missing where one of those is. Cut points are bands of their own.</summary>
public sealed record Scale
{
    /// <summary>The published or chosen name; also the column's.</summary>
    public required string Name { get; init; }

    public string? Label { get; init; }

    public ScaleMethod Method { get; init; }

    public ImmutableArray<string> Items { get; init; } = [];

    public ImmutableArray<string> SumOf { get; init; } = [];

    public ImmutableArray<string> Reversed { get; init; } = [];

    /// <summary>A reversed item counts this number less its answer.</summary>
    public int ReverseFrom { get; init; }

    /// <summary>What each answer counts, by code from 0; empty where it counts as itself.</summary>
    public ImmutableArray<int> Recode { get; init; } = [];

    /// <summary>The same for single items that count otherwise, by item.</summary>
    public ImmutableDictionary<string, ImmutableArray<int>> Recodes { get; init; } = ImmutableDictionary<string, ImmutableArray<int>>.Empty;

    /// <summary>How many items must be answered; all of them where absent.</summary>
    public int? Least { get; init; }

    /// <summary>The number of items to which an incomplete score is scaled up: sum x this / answered. Absent: the sum as it is, missing items counting 0.</summary>
    public int? ProrateTo { get; init; }

    public RoundingRule Rounding { get; init; } = RoundingRule.HalfUp;

    public ScaleGate? Gate { get; init; }

    public int Min { get; init; }

    /// <summary>The declared maximum, held against what the items can give.</summary>
    public required int Max { get; init; }

    /// <summary>Whether two definitions of a scale make the same score of the same answers, whatever their words.</summary>
    public bool SameAs(Scale other) =>
        Items.SequenceEqual(other.Items) && SumOf.SequenceEqual(other.SumOf) && Reversed.Order().SequenceEqual(other.Reversed.Order()) && Recode.SequenceEqual(other.Recode) && SameRecodes(other)
        && (Method, ReverseFrom, Least, ProrateTo, Rounding, Min, Max) == (other.Method, other.ReverseFrom, other.Least, other.ProrateTo, other.Rounding, other.Min, other.Max)
        && (Gate?.Item, Gate?.Score) == (other.Gate?.Item, other.Gate?.Score) && (Gate?.Values ?? []).SequenceEqual(other.Gate?.Values ?? []);

    private bool SameRecodes(Scale other) => Recodes.Count == other.Recodes.Count && Recodes.All(r => other.Recodes.TryGetValue(r.Key, out var codes) && codes.SequenceEqual(r.Value));

    /// <summary>A maximum printed in the literature that differs from <see cref="Max"/>.</summary>
    public int? PrintedMax { get; init; }

    /// <summary>How many of the whole numbers in which a score is held make one: 1, or 100 where it is kept with two decimals.</summary>
    [JsonIgnore]
    public int Unit => Rounding == RoundingRule.None ? 100 : 1;

    /// <summary>A held score as the number that it is.</summary>
    public decimal NumberOf(short held) => Unit == 1 ? held : held / 100m;

    /// <summary>The whole number at or below a held score: what bands are asked with.</summary>
    internal int FloorOf(short held) => Unit == 1 ? held : (int)Math.Floor(held / 100m);

    /// <summary>What each answer of an item counts, by code from 0, before it is reversed; empty where it counts as itself.</summary>
    internal ImmutableArray<int> RecodeOf(string item) => Recodes.TryGetValue(item, out var own) ? own : Recode;
}
