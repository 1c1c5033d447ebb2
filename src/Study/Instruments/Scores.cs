using System.Collections.Immutable;
using Orleans;

namespace SosLongitudinal.Study.Instruments;

/// <summary>A score's band in one scheme; the word is <see cref="BandScheme.NotDefined"/> where the scheme has none for the scale.</summary>
[GenerateSerializer, Immutable, Alias("sos.score-band")]
public sealed record ScoreBand([property: Id(0)] string Scheme, [property: Id(1)] string Word, [property: Id(2)] bool Provisional);

/// <summary>One scale's score: a value, or why there is none. Bands only where there is a value.</summary>
[GenerateSerializer, Immutable, Alias("sos.scale-score")]
public sealed record ScaleScore(
    [property: Id(0)] string Name, [property: Id(1)] int? Value, [property: Id(2)] MissingReason? Missing, [property: Id(3)] ImmutableArray<ScoreBand> Bands)
{
    /// <summary>The score with its decimals, where its scale keeps any; <see cref="Value"/> is then the whole number nearest to it, a half rounded up.</summary>
    [Id(4)] public decimal? Number { get; init; } = Value;

    public ScoreBand? Band(string scheme) => Bands.FirstOrDefault(b => b.Scheme == scheme);

    public bool Equals(ScaleScore? other) => other is not null && Name == other.Name && Value == other.Value && Number == other.Number && Missing == other.Missing && Bands.SequenceEqual(other.Bands);

    public override int GetHashCode() => HashCode.Combine(Name, Value, Missing);
}

/// <summary>All scores of one form, in the definition's order.</summary>
[GenerateSerializer, Immutable, Alias("sos.scores")]
public sealed record Scores([property: Id(0)] ImmutableArray<ScaleScore> Scales)
{
    public static Scores None { get; } = new([]);

    /// <summary>The score of a scale; <c>null</c> where the instrument has no such scale.</summary>
    public ScaleScore? this[string scale] => Scales.FirstOrDefault(s => s.Name == scale);

    public bool Equals(Scores? other) => other is not null && Scales.SequenceEqual(other.Scales);

    public override int GetHashCode() => Scales.Aggregate(0, HashCode.Combine);
}
