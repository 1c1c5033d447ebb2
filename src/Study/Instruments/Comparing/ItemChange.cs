using System.Collections.Immutable;

namespace SosLongitudinal.Study.Instruments.Comparing;

/// <summary>What becomes of one item, scale or part of a form from one version to the next.</summary>
public enum ChangeKind
{
    Added = 0,
    Dropped = 1,
    /// <summary>Other words for the question.</summary>
    Relabelled = 2,
    TypeChanged = 3,
    ChoiceAdded = 4,
    /// <summary>A choice is no longer offered; its code keeps its meaning.</summary>
    ChoiceDropped = 5,
    /// <summary>A code means something else, or the concordance recodes it.</summary>
    Recoded = 6,
    /// <summary>Asked under another condition.</summary>
    RelevanceChanged = 7,
    /// <summary>Another range, constraint, or whether it must be answered.</summary>
    RuleChanged = 8,
    Renumbered = 9,
    Calculated = 10,
    ScaleAdded = 11,
    ScaleDropped = 12,
    ScaleChanged = 13,
    /// <summary>Title, consent, respondents or another part of the form as a whole.</summary>
    FormChanged = 14,
    /// <summary>Other words in a further language.</summary>
    Translated = 15,
    BandsChanged = 16,
    /// <summary>Heading, condition or repeats of a section.</summary>
    SectionChanged = 17,
}

/// <summary>One change, with what was and what becomes of it in words.</summary>
/// <param name="Item">The item's or scale's name; empty where it is the form as a whole.</param>
public sealed record ItemChange(ChangeKind Kind, string Item, string Was, string Becomes)
{
    /// <summary>The codes that it is about; empty where it is about every answer.</summary>
    public ImmutableArray<int> Codes { get; init; } = [];
}
