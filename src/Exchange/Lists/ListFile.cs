using System.Collections.Immutable;
using SosLongitudinal.Exchange.Responses;
using SosLongitudinal.Exchange.Tables;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Exchange.Lists;

/// <summary>The rows of a list, each read or at fault.</summary>
public sealed record ListFile<TRow>(ImmutableArray<TRow> Rows, ImmutableArray<RowFault> Faults)
{
    public int RowCount { get; init; }

    /// <summary>Rows at fault as far as they could be read: what belongs together is taken together.</summary>
    public ImmutableArray<TRow> Faulty { get; init; } = [];

    /// <summary>What had to be decided to read the file, such as its encoding.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>Columns that the list does not have.</summary>
    public ImmutableArray<string> ColumnsNotTaken { get; init; } = [];
}

/// <summary>Reads a list from CSV or a workbook. A file that is none, or whose header cannot be used, is refused as a whole.</summary>
public static class ListFiles
{
    public const int MostRows = 600_000;
    private static readonly TableLimits Limits = new(200, 1 << 18, ListRefusals.Empty, ListRefusals.RowTooLong);

    public static Task<Decision<ListFile<PersonRow>>> Families(Stream csv, CancellationToken cancellation) => Read(csv, ListKind.Families, PersonRow.Read, cancellation);

    public static Task<Decision<ListFile<WorkerRow>>> Workers(Stream csv, CancellationToken cancellation) => Read(csv, ListKind.Workers, WorkerRow.Read, cancellation);

    public static Task<Decision<ListFile<AllocationRow>>> Allocations(Stream csv, CancellationToken cancellation) => Read(csv, ListKind.Allocations, AllocationRow.Read, cancellation);

    public static Task<Decision<ListFile<CaseEventRow>>> CaseEvents(Stream csv, CancellationToken cancellation) => Read(csv, ListKind.CaseEvents, CaseEventRow.Read, cancellation);

    private static Task<Decision<ListFile<TRow>>> Read<TRow>(Stream csv, ListKind kind, Func<ListCells, TRow> read, CancellationToken cancellation) =>
        TableFile.Read<ListFile<TRow>>(csv, Limits, async table =>
        {
            var header = table.Header.Select(ListCells.Heading).ToList();
            if (ListRefusals.Header(kind, header) is { } incomplete) return incomplete;
            var (rows, faulty, faults, count) = (ImmutableArray.CreateBuilder<TRow>(), ImmutableArray.CreateBuilder<TRow>(), ImmutableArray.CreateBuilder<RowFault>(), 0);
            var cells = new ListCells(ListColumns.Of(kind), header, table, faults);
            while (await table.Next(cancellation))
            {
                if (count++ == MostRows) return ResponseRefusals.TooManyRows(MostRows);
                if (!cells.IsWhole) continue;
                var before = faults.Count;
                var row = read(cells);
                (faults.Count == before ? rows : faulty).Add(row);
            }
            if (count == 0) return ListRefusals.Empty;
            return new ListFile<TRow>(rows.DrainToImmutable(), faults.DrainToImmutable())
            {
                RowCount = count,
                Faulty = faulty.DrainToImmutable(),
                ColumnsNotTaken = [.. header.Except(ListColumns.Of(kind).Select(c => c.Name)).Where(h => h.Length > 0)],
                Notes = [.. table.Notes],
            };
        }, cancellation);
}
