using System.Globalization;
using SosLongitudinal.Exchange.Tables;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Exchange.Responses;

/// <summary>Writes a file's rows that are at fault, as they stand, with what is to be done about each.</summary>
internal static class FaultyRows
{
    public static async Task<Decision<byte[]>> Write(FileTable table, IEnumerable<RowFault> faults, CancellationToken cancellation)
    {
        var byRow = faults.OrderBy(f => f.Column, StringComparer.Ordinal).ToLookup(f => f.Row, f => f.Column is null ? f.Sentence : $"{f.Column}: {f.Sentence}");
        var kept = Enumerable.Range(0, table.Header.Length).Where(at => ResponseColumns.Plain(table.Header[at]) != ResponseColumns.FaultColumn).ToList();
        using var file = new MemoryStream();
        await using (var csv = CsvRows.Writer(file))
        {
            CsvRows.Line(csv, kept.Select(at => table.Header[at]).Append(ResponseColumns.FaultColumn));
            while (await table.Next(cancellation))
            {
                if (!byRow.Contains(table.Row)) continue;
                CsvRows.Line(csv, kept.Select(at => Cell(table, at)).Append(string.Create(CultureInfo.InvariantCulture, $"Was row {table.Row}. {string.Join(' ', byRow[table.Row])}")));
            }
        }
        return file.ToArray();
    }

    private static string Cell(FileTable table, int at) => at < table.Count ? table.Cell(at).ToString() : "";
}
