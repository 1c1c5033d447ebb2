using System.IO.Pipelines;
using SosLongitudinal.Extracts.Shortening;

namespace SosLongitudinal.Extracts.Files;

/// <summary>A file of which nothing is written yet and that will not be refused any more. Dispose of it when written or not wanted.</summary>
public sealed class ReadyFile(ShorteningReport report, Func<PipeWriter, BatchWriter> open, IAsyncEnumerable<byte[]> messages, TableSpool? spool = null, long? known = null) : IAsyncDisposable
{
    /// <summary>What stands otherwise in the file than in the study.</summary>
    public ShorteningReport Report => report;

    /// <summary>As <see cref="BatchStream.Write"/>; once.</summary>
    /// <param name="passing">Sees the messages on their way into the file.</param>
    public async Task<long> Write(PipeWriter output, CancellationToken cancellation = default, Func<IAsyncEnumerable<byte[]>, IAsyncEnumerable<byte[]>>? passing = null)
    {
        var writer = open(output);
        try
        {
            var rows = await BatchStream.Write(writer, passing?.Invoke(messages) ?? messages, output, cancellation);
            return known ?? rows;
        }
        finally
        {
            (writer as IDisposable)?.Dispose();
        }
    }

    public ValueTask DisposeAsync() => spool?.DisposeAsync() ?? ValueTask.CompletedTask;
}
