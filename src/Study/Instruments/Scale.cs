using System.Collections.Immutable;

namespace SosLongitudinal.Study.Instruments;

/// <summary>Where the gate item has one of <see cref="Values"/>, the score is <see cref="Score"/> whatever else is there.</summary>
public sealed record ScaleGate(string Item, ImmutableArray<int> Values, int Score);

/// <summary>A score as data: either a sum of items, or a sum of other scales (<see cref="SumOf"/>), missing where one of those is.</summary>
public sealed record Scale
{
    /// <summary>The published or chosen name; also the column's.</summary>
    public required string Name { get; init; }

    public string? Label { get; init; }

    public ImmutableArray<string> Items { get; init; } = [];

    public ImmutableArray<string> SumOf { get; init; } = [];

    public ImmutableArray<string> Reversed { get; init; } = [];

    /// <summary>A reversed item counts this number less its answer.</summary>
    public int ReverseFrom { get; init; }

    /// <summary>What each answer counts, by code from 0; empty where it counts as itself.</summary>
    public ImmutableArray<int> Recode { get; init; } = [];

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
        Items.SequenceEqual(other.Items) && SumOf.SequenceEqual(other.SumOf) && Reversed.Order().SequenceEqual(other.Reversed.Order()) && Recode.SequenceEqual(other.Recode)
        && (ReverseFrom, Least, ProrateTo, Rounding, Min, Max) == (other.ReverseFrom, other.Least, other.ProrateTo, other.Rounding, other.Min, other.Max)
        && (Gate?.Item, Gate?.Score) == (other.Gate?.Item, other.Gate?.Score) && (Gate?.Values ?? []).SequenceEqual(other.Gate?.Values ?? []);

    /// <summary>A maximum printed in the literature that differs from <see cref="Max"/>.</summary>
    public int? PrintedMax { get; init; }
}
