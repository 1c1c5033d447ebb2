using System.Collections.Immutable;
using SosLongitudinal.Exchange.Tables;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Exchange.Responses;

/// <summary>How a file of responses is to be read.</summary>
/// <param name="InForce">The definition that a form filled in on a day belongs to; <c>null</c> where there is none.</param>
/// <param name="Missing">Codes that mean no answer, as <see cref="MissingCodes"/> takes them.</param>
/// <param name="Reason">The reason of rows that give none.</param>
public sealed record ResponseReading(Func<DateOnly, InstrumentDefinition?> InForce, string? Missing = null, string? Reason = null);

/// <summary>The rows of a file, each a form or at fault.</summary>
public sealed record ResponseFile(ImmutableArray<ResponseRow> Rows, ImmutableArray<RowFault> Faults)
{
    public const int MostRows = 250_000;

    /// <summary>Columns that are neither an item nor whose form it is.</summary>
    public ImmutableArray<string> ColumnsNotTaken { get; init; } = [];

    /// <summary>Items without a column; they are saved as not stated.</summary>
    public ImmutableArray<string> ItemsNotInFile { get; init; } = [];

    /// <summary>How often each missing code was met.</summary>
    public ImmutableArray<string> MissingMet { get; init; } = [];

    public int RowCount { get; init; }

    /// <summary>What had to be decided to read the file, such as its encoding.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    private static readonly TableLimits Limits = new(4_000, 1 << 20, ResponseRefusals.Empty, ResponseRefusals.RowTooLong);

    /// <summary>A file of an instrument's forms that has its columns and no row yet.</summary>
    public static string Empty(InstrumentDefinition definition) => $"{string.Join(',', ResponseColumns.Names(definition))}\r\n";

    /// <summary>Reads the whole file. A file that is none, or whose header cannot be used, is refused as a whole.</summary>
    public static Task<Decision<ResponseFile>> Read(Stream file, ResponseReading reading, CancellationToken cancellation) =>
        TableFile.Read<ResponseFile>(file, Limits, async table =>
        {
            if (ResponseRefusals.Header(table.Header) is { } incomplete) return incomplete;
            var rows = new ResponseRows(table, reading);
            while (await table.Next(cancellation))
            {
                if (rows.Count == MostRows) return ResponseRefusals.TooManyRows(MostRows);
                if (rows.Take() is { } why) return why;
            }
            return rows.Count == 0 ? ResponseRefusals.Empty : rows.ToFile();
        }, cancellation);

    /// <summary>The rows at fault as a CSV file of the same columns, and one that says what to do; corrected, it can be sent as it is.</summary>
    /// <param name="faults">Of the file's rows, in any order.</param>
    public static Task<Decision<byte[]>> Faulty(Stream file, IEnumerable<RowFault> faults, CancellationToken cancellation) =>
        TableFile.Read<byte[]>(file, Limits, table => FaultyRows.Write(table, faults, cancellation), cancellation);
}
