using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace SosLongitudinal.Study.Instruments;

/// <summary>One choice of an item; <see cref="Label"/> is absent where the wording is not the study's.</summary>
public sealed record Choice(int Code, string? Label = null)
{
    /// <summary>What expressions and files call it, such as <c>yes</c>; absent where that is the code.</summary>
    public string? Name { get; init; }

    /// <summary>The label in further languages, by language tag or name.</summary>
    public ImmutableDictionary<string, string> Labels { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>What choice filters ask about, by column: <c>county = norfolk</c>.</summary>
    public ImmutableDictionary<string, string> Attributes { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>No longer offered; the code keeps its meaning for forms of earlier versions.</summary>
    public bool Dropped { get; init; }

    /// <summary>As expressions compare it.</summary>
    public string Text() => Name ?? Code.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

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

    /// <summary>The label in further languages, by language tag or name.</summary>
    public ImmutableDictionary<string, string> Labels { get; init; } = ImmutableDictionary<string, string>.Empty;

    public string? Hint { get; init; }

    public ImmutableDictionary<string, string> Hints { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The item applies only where this expression is true. Expressions are XLSForm's dialect of XPath; they name items as <c>${name}</c>.</summary>
    public string? Relevant { get; init; }

    /// <summary>An answer is taken only where this expression is true; <c>.</c> is the answer.</summary>
    public string? Constraint { get; init; }

    public string? ConstraintMessage { get; init; }

    /// <summary>The message in further languages, by language tag or name.</summary>
    public ImmutableDictionary<string, string> ConstraintMessages { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Beside <see cref="Required"/>: it must be answered where this expression is true.</summary>
    public string? RequiredWhen { get; init; }

    /// <summary>What is said where it must be answered and is not.</summary>
    public string? RequiredMessage { get; init; }

    public ImmutableDictionary<string, string> RequiredMessages { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>What a computed item holds, and what a keyed one is filled with.</summary>
    public string? Calculation { get; init; }

    /// <summary>A choice is offered only where this expression is true of it; bare names are the choice's attributes.</summary>
    public string? ChoiceFilter { get; init; }

    /// <summary>A literal answer, or an expression, that the item starts with.</summary>
    public string? Default { get; init; }

    /// <summary>Shown and not keyed.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>Beside <see cref="ReadOnly"/>: it is not keyed while this expression is true.</summary>
    public string? ReadOnlyWhen { get; init; }

    /// <summary>Part of the form's data, shown to nobody.</summary>
    public bool Hidden { get; init; }

    public string? Appearance { get; init; }

    /// <summary>Holds what could tell who somebody is; extracts leave it out unless asked and approved.</summary>
    public bool Identifies { get; init; }

    /// <summary>Further codes that files of this instrument use for "no answer" to this item, such as 8 for "not applicable".</summary>
    public ImmutableArray<int> MissingInFiles { get; init; } = [];

    /// <summary>Whether the name was chosen by this product, there being no published one.</summary>
    public bool OwnName { get; init; }

    /// <summary>In a repeating section: which time this is, from 1, and the name as declared. 0 and absent elsewhere.</summary>
    [JsonIgnore]
    public int Instance { get; init; }

    [JsonIgnore]
    public string? Declared { get; init; }

    /// <summary>What a person reads beside the number: the question, or the short name.</summary>
    public string Caption() => Label ?? Name;
}
