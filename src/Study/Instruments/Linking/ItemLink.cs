using System.Collections.Immutable;
using Orleans;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Instruments.Linking;

/// <summary>How answers of one version, or one wave, stand to those of another.</summary>
public enum LinkKind
{
    /// <summary>The same item with the same codes, whatever its wording.</summary>
    Same = 0,
    /// <summary>The same item; the earlier codes become the later ones by a table.</summary>
    Recoded = 1,
    /// <summary>Not the same thing; the note says why.</summary>
    NotComparable = 2,
}

/// <summary>One line of a recode table: what was coded <see cref="Was"/> is coded <see cref="Becomes"/>.</summary>
[GenerateSerializer, Immutable, Alias("sos.code-pair")]
public sealed record CodePair([property: Id(0)] int Was, [property: Id(1)] int Becomes);

/// <summary>A declared link of the concordance: from an item of an earlier version (or of one wave's forms) to an item of a later one.</summary>
/// <param name="Item">The item's name in the later version.</param>
/// <param name="From">The earlier version.</param>
/// <param name="To">The later version; the same one where the link is between waves only.</param>
[GenerateSerializer, Immutable, Alias("sos.item-link")]
public sealed record ItemLink([property: Id(0)] string Item, [property: Id(1)] int From, [property: Id(2)] int To, [property: Id(3)] LinkKind Kind)
{
    /// <summary>The earlier item's name, where it is another one.</summary>
    [Id(4)] public string? Was { get; init; }

    [Id(5)] public ImmutableArray<CodePair> Recode { get; init; } = [];

    /// <summary>Why it cannot be compared, or what to know of it.</summary>
    [Id(6)] public string? Note { get; init; }

    /// <summary>Only forms of this wave, held against those of later waves; absent where it is about every form of the earlier version.</summary>
    [Id(7)] public WaveCode? Wave { get; init; }

    /// <summary>The earlier item's name.</summary>
    public string Earlier() => Was ?? Item;

    public bool Equals(ItemLink? other) => other is not null
        && (Item, From, To, Kind, Was, Note, Wave) == (other.Item, other.From, other.To, other.Kind, other.Was, other.Note, other.Wave)
        && Recode.SequenceEqual(other.Recode);

    public override int GetHashCode() => HashCode.Combine(Item, From, To, Kind);
}
