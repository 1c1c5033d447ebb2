using System.Buffers;

namespace SosLongitudinal.Extracts.Csv;

/// <summary>What stands between two cells, and whether a byte-order mark stands before all, which some spreadsheets need to see that a file is UTF-8.</summary>
public sealed record CsvStyle(char Separator, bool ByteOrderMark = false)
{
    public static CsvStyle Comma { get; } = new(',');

    public static CsvStyle Tab { get; } = new('\t');

    internal byte Between => (byte)Separator;

    /// <summary>A text with one of these needs quotes.</summary>
    internal SearchValues<byte> NeedQuotes { get; } = SearchValues.Create([(byte)Separator, (byte)'"', (byte)'\r', (byte)'\n']);
}
