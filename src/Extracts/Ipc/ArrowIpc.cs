using Apache.Arrow;
using Apache.Arrow.Ipc;

namespace SosLongitudinal.Extracts.Ipc;

/// <summary>
/// A batch as one message: a whole Arrow IPC stream of schema, dictionaries and that one batch. It costs a few kilobytes more than a bare batch and any
/// Arrow reader can open each on its own.
/// </summary>
public static class ArrowIpc
{
    public static byte[] Write(RecordBatch batch)
    {
        using var stream = new MemoryStream();
        using (var writer = new ArrowStreamWriter(stream, batch.Schema, leaveOpen: true))
        {
            writer.WriteRecordBatch(batch);
            writer.WriteEnd();
        }
        return stream.ToArray();
    }

    /// <summary>The batch lies on the message's own memory: nothing is copied.</summary>
    public static RecordBatch Read(ReadOnlyMemory<byte> message)
    {
        using var reader = new ArrowStreamReader(message);
        return reader.ReadNextRecordBatch() ?? throw new InvalidDataException("The message holds no batch.");
    }
}
