using System.IO.Pipelines;
using SosLongitudinal.Extracts.Datasets;

namespace SosLongitudinal.Extracts.Csv;

/// <summary>A whole table as CSV into a pipe.</summary>
public static class CsvStream
{
    /// <summary>Flushes after every batch, so that a slow reader holds the source back; a fault leaves the pipe to its owner to abort.</summary>
    /// <returns>The number of rows.</returns>
    public static async Task<long> Write(Dataset dataset, IAsyncEnumerable<byte[]> messages, PipeWriter output, MissingFrame? missing = null, CancellationToken cancellation = default)
    {
        var writer = new CsvWriter(output, missing);
        writer.Header(dataset.Schema);
        var rows = 0L;
        await foreach (var message in messages.WithCancellation(cancellation))
        {
            using var batch = Ipc.ArrowIpc.Read(message);
            writer.Write(batch);
            rows += batch.Length;
            if ((await output.FlushAsync(cancellation)).IsCompleted) break;
        }
        await output.FlushAsync(cancellation);
        return rows;
    }
}
