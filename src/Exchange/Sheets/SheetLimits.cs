namespace SosLongitudinal.Exchange.Sheets;

/// <summary>How much of a file is read. What is larger is refused before it takes memory or time.</summary>
public static class SheetLimits
{
    public const int FileBytes = 16 * 1024 * 1024;
    public const int Entries = 2_000;
    public const long EntryBytes = 64 * 1024 * 1024;
    public const long ExpandedBytes = 96 * 1024 * 1024;

    /// <summary>How much larger an entry may be than it is in the file, once it is past <see cref="RatioFrom"/>.</summary>
    public const int Ratio = 300;
    public const long RatioFrom = 4 * 1024 * 1024;

    public const int Sheets = 100;
    public const int Rows = 100_000;
    /// <summary>Of a questionnaire: its questions and the choices of its lists, long ones included.</summary>
    public const int FormRows = 50_000;
    public const int RowNumber = 1_048_576;
    public const int ColumnNumber = 16_384;

    /// <summary>What lies right of this in a heading row is not looked at.</summary>
    public const int Columns = 1_000;

    /// <summary>Of all cells together.</summary>
    public const long Characters = 48 * 1024 * 1024;
}
