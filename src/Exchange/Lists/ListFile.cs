using System.Collections.Immutable;
using System.Text;
using SosLongitudinal.Exchange.Responses;
using SosLongitudinal.Study.Kernel;
using Sylvan.Data.Csv;

namespace SosLongitudinal.Exchange.Lists;

/// <summary>The rows of a list, each read or at fault.</summary>
public sealed record ListFile<TRow>(ImmutableArray<TRow> Rows, ImmutableArray<RowFault> Faults)
{
    public int RowCount { get; init; }

    /// <summary>Rows at fault as far as they could be read: what belongs together is taken together.</summary>
    public ImmutableArray<TRow> Faulty { get; init; } = [];

    /// <summary>Columns that the list does not have.</summary>
    public ImmutableArray<string> ColumnsNotTaken { get; init; } = [];
}

/// <summary>Reads a list from CSV. A file that is none, or whose header cannot be used, is refused as a whole.</summary>
public static class ListFiles
{
    public const int MostRows = 600_000;
    private const int MostColumns = 200;
    private const int LongestRow = 1 << 18;

    public static Task<Decision<ListFile<PersonRow>>> Families(Stream csv, CancellationToken cancellation) => Read(csv, ListKind.Families, PersonRow.Read, cancellation);

    public static Task<Decision<ListFile<WorkerRow>>> Workers(Stream csv, CancellationToken cancellation) => Read(csv, ListKind.Workers, WorkerRow.Read, cancellation);

    public static Task<Decision<ListFile<AllocationRow>>> Allocations(Stream csv, CancellationToken cancellation) => Read(csv, ListKind.Allocations, AllocationRow.Read, cancellation);

    public static Task<Decision<ListFile<CaseEventRow>>> CaseEvents(Stream csv, CancellationToken cancellation) => Read(csv, ListKind.CaseEvents, CaseEventRow.Read, cancellation);

    private static async Task<Decision<ListFile<TRow>>> Read<TRow>(Stream csv, ListKind kind, Func<ListCells, TRow> read, CancellationToken cancellation)
    {
        try
        {
            using var text = new StreamReader(csv, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true, bufferSize: 1 << 16, leaveOpen: true);
            var options = new CsvDataReaderOptions { Delimiter = ',', Comment = '\0', MaxBufferSize = LongestRow, OwnsReader = false };
            await using var table = await CsvDataReader.CreateAsync(text, options, cancellation);
            if (table.FieldCount > MostColumns) return ResponseRefusals.TooManyColumns(MostColumns);
            var header = Enumerable.Range(0, table.FieldCount).Select(at => ListCells.Heading(table.GetName(at))).ToList();
            if (ListRefusals.Header(kind, header) is { } incomplete) return incomplete;
            var (rows, faulty, faults, count) = (ImmutableArray.CreateBuilder<TRow>(), ImmutableArray.CreateBuilder<TRow>(), ImmutableArray.CreateBuilder<RowFault>(), 0);
            var cells = new ListCells(ListColumns.Of(kind), header, table, faults);
            while (await table.ReadAsync(cancellation))
            {
                if (table.RowFieldCount == 1 && header.Count > 1 && table.GetFieldSpan(0).IsEmpty) continue; // an empty line
                if (count++ == MostRows) return ResponseRefusals.TooManyRows(MostRows);
                if (!cells.IsWhole) continue;
                var before = faults.Count;
                var row = read(cells);
                (faults.Count == before ? rows : faulty).Add(row);
            }
            if (count == 0) return ListRefusals.Empty;
            return new ListFile<TRow>(rows.DrainToImmutable(), faults.DrainToImmutable()) { RowCount = count, Faulty = faulty.DrainToImmutable(), ColumnsNotTaken = [.. header.Except(ListColumns.Of(kind).Select(c => c.Name)).Where(h => h.Length > 0)] };
        }
        catch (DecoderFallbackException)
        {
            return ResponseRefusals.NotUtf8;
        }
        catch (CsvMissingHeadersException)
        {
            return ListRefusals.Empty;
        }
        catch (CsvRecordTooLargeException)
        {
            return ListRefusals.RowTooLong;
        }
        catch (CsvFormatException fault)
        {
            return ResponseRefusals.Quote(fault.RowNumber + 1);
        }
    }
}
