using Apache.Arrow;
using SosLongitudinal.Extracts.Ipc;

namespace SosLongitudinal.Extracts.Files;

/// <summary>Writes a file batch by batch into a buffer that somebody else flushes. Not for use by two threads.</summary>
public abstract class BatchWriter
{
    /// <summary>What stands before the first row: a table without rows has it too.</summary>
    public abstract void Begin();

    public abstract void Write(RecordBatch batch);

    /// <summary>What stands after the last row. Not called where the source broke off.</summary>
    /// <param name="flush">To be called now and then where much is still to come; false where nobody reads any more.</param>
    public virtual Task End(Func<Task<bool>> flush) => Task.CompletedTask;

    /// <param name="message">As made by <see cref="ArrowIpc.Write"/>.</param>
    /// <returns>The number of rows in it.</returns>
    public int Write(ReadOnlyMemory<byte> message)
    {
        using var batch = ArrowIpc.Read(message);
        Write(batch);
        return batch.Length;
    }
}
