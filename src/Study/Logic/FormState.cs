using System.Collections.Immutable;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Study.Logic;

/// <summary>One item as the form's expressions leave it.</summary>
/// <param name="Answer">What the form keeps: the given answer, the computed one, or "not applicable".</param>
/// <param name="IsOffered">Whether a person is to see it: it applies, is a note to be read, or is the next time of a repeating section.</param>
/// <param name="Fault">Why the answer cannot be taken.</param>
/// <param name="Choices">The codes that are offered, where some are filtered out and they were asked for.</param>
public readonly record struct ItemState(Answer Answer, bool Applies, bool IsOffered, string? Fault, ImmutableArray<int>? Choices)
{
    /// <summary>Whether it must be answered with the other answers as they are.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether it is shown and not keyed with the other answers as they are.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>The form's own words where it must be answered and is not.</summary>
    public string? RequiredMessage { get; init; }
}

/// <summary>A form as its expressions leave it: one state for each item in form order.</summary>
public sealed record FormState(ImmutableArray<ItemState> Items);
