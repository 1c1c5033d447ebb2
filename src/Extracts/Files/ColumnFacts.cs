using SosLongitudinal.Extracts.Columns;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Extracts.Files;

/// <summary>What all the rows of one column have shown, as far as formats and codebooks ask.</summary>
public sealed class ColumnFacts
{
    private readonly long[] missing = new long[Cells.Reasons];

    /// <summary>Real values, without reasons and without numbers that are not there.</summary>
    public long Valid { get; internal set; }

    /// <summary>Decimals that are no number, and no reason was given.</summary>
    public long NotNumbers { get; internal set; }

    /// <summary>The least real number (of dates: day since 1970); meaningless where <see cref="Valid"/> is 0.</summary>
    public double Least { get; internal set; } = double.PositiveInfinity;

    public double Most { get; internal set; } = double.NegativeInfinity;

    /// <summary>Digits behind the point of the finest decimal.</summary>
    public int Decimals { get; internal set; }

    /// <summary>UTF-8 bytes of the longest text.</summary>
    public int LongestText { get; internal set; }

    /// <summary>UTF-16 characters of the longest text, counted only of texts beyond <see cref="Survey.LongText"/>.</summary>
    public int LongestCharacters { get; internal set; }

    /// <summary>UTF-8 bytes of all texts, and how many are not empty.</summary>
    public long TextBytes { get; internal set; }

    public long Texts { get; internal set; }

    /// <summary>A text holds the character zero, which ends a text in most formats.</summary>
    public bool HasZero { get; internal set; }

    /// <summary>A text ends with a space, which formats that pad with spaces do not keep.</summary>
    public bool EndsWithSpace { get; internal set; }

    /// <summary>A real value that a missing code stands for too.</summary>
    public double? Collision { get; internal set; }

    /// <summary>How often each whole number occurs; <c>null</c> where nobody asked or there are too many different ones.</summary>
    public SortedDictionary<int, long>? Counts { get; internal set; }

    public long Missing(MissingReason reason) => missing[(int)reason];

    public long AllMissing => missing.Sum();

    internal void AddMissing(MissingReason reason) => missing[(int)reason]++;
}
