using System.IO.Pipelines;
using System.Threading.Channels;

namespace SosLongitudinal.Extracts.Files;

/// <summary>A whole table into a pipe.</summary>
public static class BatchStream
{
    /// <summary>How many messages may lie ready: the source goes on while text is made, and a slow reader does not let its enumeration go stale at once.</summary>
    private const int Spool = 4;

    /// <summary>
    /// Flushes after every batch, so that a slow reader holds the source back. A fault of the source or of the pipe is thrown, and the pipe is left to its
    /// owner to abort: it must not be completed as if the file were whole.
    /// </summary>
    /// <returns>The number of rows.</returns>
    public static async Task<long> Write(BatchWriter writer, IAsyncEnumerable<byte[]> messages, PipeWriter output, CancellationToken cancellation = default)
    {
        writer.Begin();
        var spool = Channel.CreateBounded<byte[]>(new BoundedChannelOptions(Spool) { SingleReader = true, SingleWriter = true });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var filling = Fill(spool.Writer, messages, stop.Token);
        try
        {
            var rows = 0L;
            await foreach (var message in spool.Reader.ReadAllAsync(cancellation))
            {
                rows += writer.Write(message);
                if (!await Flush()) return rows;
            }
            await writer.End(Flush);
            await Flush();
            return rows;
        }
        finally
        {
            await stop.CancelAsync();
            await filling.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // its fault came through the spool
        }

        async Task<bool> Flush() => !(await output.FlushAsync(cancellation)).IsCompleted;
    }

    private static async Task Fill(ChannelWriter<byte[]> spool, IAsyncEnumerable<byte[]> messages, CancellationToken cancellation)
    {
        await Task.Yield();
        try
        {
            await foreach (var message in messages.WithCancellation(cancellation)) await spool.WriteAsync(message, cancellation);
            spool.Complete();
        }
        catch (Exception fault)
        {
            spool.Complete(fault);
            throw;
        }
    }
}
