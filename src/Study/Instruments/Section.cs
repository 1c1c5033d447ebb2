using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace SosLongitudinal.Study.Instruments;

/// <summary>Items under one heading, in form order. Sections do not nest: a section within another names it in <see cref="Parent"/>, and one that goes on after such an inner one carries the same <see cref="Name"/> again.</summary>
public sealed record Section(string Title, ImmutableArray<Item> Items)
{
    /// <summary>The group's name in files; absent where the section is a heading only.</summary>
    public string? Name { get; init; }

    /// <summary>The name of the section that this one lies in.</summary>
    public string? Parent { get; init; }

    public ImmutableDictionary<string, string> Labels { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The section, and what lies in it, applies only where this expression is true.</summary>
    public string? Relevant { get; init; }

    /// <summary>How often the section can be filled in, one set of items after the other; absent where it is asked once.</summary>
    public int? Repeat { get; init; }

    /// <summary>How often it applies, as an expression; at most <see cref="Repeat"/>.</summary>
    public string? RepeatCount { get; init; }

    public string? Appearance { get; init; }

    /// <summary>As laid out in a repeating section: which time this is, from 1, and that section's name. 0 and absent elsewhere.</summary>
    [JsonIgnore]
    public int Instance { get; init; }

    [JsonIgnore]
    public string? Repeats { get; init; }
}
