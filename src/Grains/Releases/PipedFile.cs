using System.IO.Pipelines;

namespace SosLongitudinal.Grains.Releases;

/// <summary>A file that is written while it is read. A fault of the writer is the reader's fault too: a cut file is never taken for a whole one.</summary>
internal static class PipedFile
{
    public static async Task<T> Read<T>(SetFile file, Func<Stream, CancellationToken, Task<T>> read, CancellationToken cancellation, Action<long?>? rows = null)
    {
        var pipe = new Pipe();
        var writing = Write(file, pipe.Writer, cancellation);
        try
        {
            var made = await read(pipe.Reader.AsStream(), cancellation);
            rows?.Invoke(await writing);
            return made;
        }
        finally
        {
            await pipe.Reader.CompleteAsync(); // where the reader gave up, the writer does too
            await ((Task)writing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // its fault came through the pipe
        }
    }

    private static async Task<long?> Write(SetFile file, PipeWriter output, CancellationToken cancellation)
    {
        await Task.Yield(); // beside the reader, not within its turn
        try
        {
            var rows = await file.Write(output, cancellation);
            await output.CompleteAsync();
            return rows;
        }
        catch (Exception fault)
        {
            await output.CompleteAsync(fault);
            throw;
        }
    }
}
