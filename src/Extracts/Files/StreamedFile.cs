using System.IO.Pipelines;
using SosLongitudinal.Extracts.Csv;
using SosLongitudinal.Extracts.Ipc;
using SosLongitudinal.Extracts.Jsonl;
using SosLongitudinal.Extracts.Parquet;
using SosLongitudinal.Extracts.Shortening;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Extracts.Files;

/// <summary>Formats that are written as the rows come. Only where codes are to stand among real values are the rows looked over first.</summary>
internal static class StreamedFile
{
    public static async Task<Decision<ReadyFile>> Ready(FileTable table, IAsyncEnumerable<byte[]> messages, FileChoice choice, CancellationToken cancellation)
    {
        var report = ShorteningReport.Nothing(choice.Format.Title);
        if (!choice.HoldsCodes) return new ReadyFile(report, output => Open(output, table, choice), messages);
        if (FileCheck.Declared(table.Columns, choice.Codes, wholeRange: false) is { } clash) return clash;
        var survey = new Survey(table.Columns, forbidden: new(choice.Codes, wholeRange: false));
        var spool = await TableSpool.Fill(messages, survey.See, cancellation);
        if (FileCheck.Seen(table.Columns, survey, choice.Codes) is not { } refusal) return new ReadyFile(report, output => Open(output, table, choice), spool.Read(cancellation), spool);
        await spool.DisposeAsync();
        return refusal;
    }

    private static BatchWriter Open(PipeWriter output, FileTable table, FileChoice choice) => choice.Format.Name switch
    {
        "csv" => new CsvWriter(output, table.Columns.Select(c => c.Name), choice.Frame, CsvStyle.Comma with { ByteOrderMark = choice.ByteOrderMark }),
        "tsv" => new CsvWriter(output, table.Columns.Select(c => c.Name), choice.Frame, CsvStyle.Tab with { ByteOrderMark = choice.ByteOrderMark }),
        "jsonl" => new JsonLinesWriter(output, table, choice),
        "parquet" => new ParquetTableWriter(output, table, choice),
        "arrow" => new ArrowTableWriter(output, table, choice),
        _ => throw new ArgumentOutOfRangeException(nameof(choice), choice.Format.Name, "No writer has this format."),
    };
}
