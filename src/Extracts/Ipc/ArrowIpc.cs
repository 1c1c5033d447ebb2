using Apache.Arrow;
using Apache.Arrow.Ipc;

namespace SosLongitudinal.Extracts.Ipc;

/// <summary>
/// A batch as one message: a whole Arrow IPC stream of schema, dictionaries and that one batch. It costs a few kilobytes more than a bare batch and any
/// Arrow reader can open each on its own.
/// </summary>
public static class ArrowIpc
{
    [ThreadStatic]
    private static MemoryStream? scratch; // messages are megabytes: only their own bytes are allocated anew

    public static byte[] Write(RecordBatch batch)
    {
        var stream = scratch ??= new();
        stream.SetLength(0);
        using (var writer = new ArrowStreamWriter(stream, batch.Schema, leaveOpen: true))
        {
            writer.WriteRecordBatch(batch);
            writer.WriteEnd();
        }
        var message = GC.AllocateUninitializedArray<byte>((int)stream.Length);
        stream.GetBuffer().AsSpan(0, message.Length).CopyTo(message);
        return message;
    }

    /// <summary>The batch lies on the message's own memory: nothing is copied.</summary>
    public static RecordBatch Read(ReadOnlyMemory<byte> message)
    {
        using var reader = new ArrowStreamReader(message);
        return reader.ReadNextRecordBatch() ?? throw new InvalidDataException("The message holds no batch.");
    }
}
