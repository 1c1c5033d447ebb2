using System.Collections.Immutable;

namespace SosLongitudinal.Study.Instruments;

/// <summary>One choice of an item; <see cref="Label"/> is absent where the wording is not the study's.</summary>
public sealed record Choice(int Code, string? Label = null);

/// <summary>A simple gate: the item applies only where <see cref="Item"/> was answered with one of <see cref="Values"/>, or not answered at all.</summary>
public sealed record Relevance(string Item, ImmutableArray<int> Values);

/// <summary>One question of an instrument.</summary>
public sealed record Item
{
    /// <summary>The published or chosen name; also the column's.</summary>
    public required string Name { get; init; }

    /// <summary>The number on the paper form.</summary>
    public required int Number { get; init; }

    /// <summary>The question; absent where the wording is not the study's.</summary>
    public string? Label { get; init; }

    public ItemType Type { get; init; } = ItemType.Code;

    /// <summary>The name of the list in <see cref="InstrumentDefinition.ChoiceLists"/> that codes come from.</summary>
    public string? Choices { get; init; }

    /// <summary>The least number that can be the answer.</summary>
    public decimal? Min { get; init; }

    public decimal? Max { get; init; }

    /// <summary>Whether a number may have decimals.</summary>
    public bool Decimals { get; init; }

    /// <summary>The most characters of a text.</summary>
    public int MaxLength { get; init; } = 2_000;

    /// <summary>Whether it must be answered, or a missing reason keyed.</summary>
    public bool Required { get; init; }

    public Relevance? Relevance { get; init; }

    /// <summary>Further codes that files of this instrument use for "no answer" to this item, such as 8 for "not applicable".</summary>
    public ImmutableArray<int> MissingInFiles { get; init; } = [];

    /// <summary>Whether the name was chosen by this product, there being no published one.</summary>
    public bool OwnName { get; init; }

    /// <summary>What a person reads beside the number: the question, or the short name.</summary>
    public string Caption() => Label ?? Name;
}

/// <summary>Items under one heading.</summary>
public sealed record Section(string Title, ImmutableArray<Item> Items);
