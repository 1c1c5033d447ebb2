using System.Collections.Immutable;
using System.Text;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;
using Sylvan.Data.Csv;

namespace SosLongitudinal.Exchange.Responses;

/// <summary>How a file of responses is to be read.</summary>
/// <param name="InForce">The definition that a form filled in on a day belongs to; <c>null</c> where there is none.</param>
/// <param name="Missing">Codes that mean no answer, as <see cref="MissingCodes"/> takes them.</param>
/// <param name="Reason">The reason of rows that give none.</param>
public sealed record ResponseReading(Func<DateOnly, InstrumentDefinition?> InForce, string? Missing = null, string? Reason = null);

/// <summary>The rows of a CSV file, each a form or at fault.</summary>
public sealed record ResponseFile(ImmutableArray<ResponseRow> Rows, ImmutableArray<RowFault> Faults)
{
    public const int MostRows = 250_000;
    public const int LongestCell = 10_000;
    private const int MostColumns = 4_000;
    private const int LongestRow = 1 << 20;

    /// <summary>Columns that are neither an item nor whose form it is.</summary>
    public ImmutableArray<string> ColumnsNotTaken { get; init; } = [];

    /// <summary>Items without a column; they are saved as not stated.</summary>
    public ImmutableArray<string> ItemsNotInFile { get; init; } = [];

    /// <summary>How often each missing code was met.</summary>
    public ImmutableArray<string> MissingMet { get; init; } = [];

    public int RowCount { get; init; }

    /// <summary>Reads the whole file. A file that is none, or whose header cannot be used, is refused as a whole.</summary>
    /// <summary>A file of an instrument's forms that has its columns and no row yet.</summary>
    public static string Empty(InstrumentDefinition definition) => $"{string.Join(',', ResponseColumns.Names(definition))}\r\n";

    public static async Task<Decision<ResponseFile>> Read(Stream csv, ResponseReading reading, CancellationToken cancellation)
    {
        try
        {
            using var text = new StreamReader(csv, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true, bufferSize: 1 << 16, leaveOpen: true);
            var options = new CsvDataReaderOptions { Delimiter = ',', Comment = '\0', MaxBufferSize = LongestRow, OwnsReader = false };
            await using var table = await CsvDataReader.CreateAsync(text, options, cancellation);
            if (table.FieldCount > MostColumns) return ResponseRefusals.TooManyColumns(MostColumns);
            var header = Enumerable.Range(0, table.FieldCount).Select(table.GetName).ToList();
            if (ResponseRefusals.Header(header) is { } incomplete) return incomplete;
            var rows = new ResponseRows(header, reading);
            while (await table.ReadAsync(cancellation))
            {
                if (rows.Count == MostRows) return ResponseRefusals.TooManyRows(MostRows);
                if (rows.Take(table) is { } why) return why;
            }
            return rows.Count == 0 ? ResponseRefusals.Empty : rows.ToFile();
        }
        catch (DecoderFallbackException)
        {
            return ResponseRefusals.NotUtf8;
        }
        catch (CsvMissingHeadersException)
        {
            return ResponseRefusals.Empty;
        }
        catch (CsvRecordTooLargeException)
        {
            return ResponseRefusals.RowTooLong;
        }
        catch (CsvFormatException fault)
        {
            return ResponseRefusals.Quote(fault.RowNumber + 1);
        }
    }
}
