using System.IO.Pipelines;
using SosLongitudinal.Extracts.Datasets;
using SosLongitudinal.Extracts.Files;

namespace SosLongitudinal.Extracts.Csv;

/// <summary>A whole table as CSV into a pipe.</summary>
public static class CsvStream
{
    /// <summary>As <see cref="BatchStream.Write"/>.</summary>
    /// <returns>The number of rows.</returns>
    public static Task<long> Write(
        Dataset dataset, IAsyncEnumerable<byte[]> messages, PipeWriter output, MissingFrame? missing = null, CsvStyle? style = null, CancellationToken cancellation = default) =>
        BatchStream.Write(new CsvWriter(output, dataset.Columns.Select(c => c.Name), missing, style), messages, output, cancellation);
}
