using SosLongitudinal.Extracts.Csv;
using SosLongitudinal.Extracts.Missing;

namespace SosLongitudinal.Extracts.Files;

/// <summary>What stands where there is no value.</summary>
public enum MissingStyle { Empty = 0, Words = 1, Codes = 2 }

/// <summary>A format with what can be chosen about it.</summary>
public sealed record FileChoice(FileFormat Format)
{
    /// <summary>Of formats without missing values of their own kind; SPSS and Stata always declare theirs.</summary>
    public MissingStyle Missing { get; init; }

    /// <summary>The frame: what stands in the cells where codes are asked for and in SPSS, what labels and codebooks say everywhere.</summary>
    public MissingCodes Codes { get; init; } = MissingPresets.Study;

    internal MissingFrame Frame => Missing switch { MissingStyle.Words => MissingFrame.Words, MissingStyle.Codes => MissingFrame.Codes(Codes), _ => MissingFrame.Empty };

    /// <summary>Whether a CSV or TSV begins with a byte-order mark.</summary>
    public bool ByteOrderMark { get; init; }

    /// <summary>Whether real values and codes stand in the same column, so that they must not meet.</summary>
    public bool HoldsCodes => Format == FileFormat.Sav || Format == FileFormat.Zsav || (Missing == MissingStyle.Codes && Format != FileFormat.Dta);
}
