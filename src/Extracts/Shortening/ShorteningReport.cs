using System.Collections.Immutable;

namespace SosLongitudinal.Extracts.Shortening;

/// <summary>What was too long, or held what the format does not.</summary>
public enum Shortened { Name = 0, Label = 1, ValueLabel = 2, Title = 3, Text = 4 }

/// <summary>One thing that stands otherwise in the file than in the study.</summary>
/// <param name="Column">The column's full name; empty where the file itself is meant.</param>
/// <param name="Full">As the study has it.</param>
/// <param name="Written">As the file has it.</param>
/// <param name="Limit">Why, as in "64 bytes".</param>
public sealed record ShorteningEntry(Shortened What, string Column, string Full, string Written, string Limit);

/// <summary>Everything that a format could not take as it is. What is not listed here stands in the file unchanged.</summary>
public sealed record ShorteningReport(string Format, ImmutableArray<ShorteningEntry> Entries)
{
    public const string Rule =
        "What is too long for the format keeps its beginning, cut at a whole character. A name then ends in _1, _2 and so on, whichever is free; a label ends in …, with a number where two would be alike. "
        + "A character that a name may not hold becomes _, and a name that may not begin as it does gets v_ in front. A control character in a label becomes a space, and spaces at its ends go. Texts themselves are never cut.";

    public static ShorteningReport Nothing(string format) => new(format, []);
}
