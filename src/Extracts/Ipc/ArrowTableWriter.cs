using System.Buffers;
using Apache.Arrow;
using Apache.Arrow.Ipc;
using SosLongitudinal.Extracts.Files;

namespace SosLongitudinal.Extracts.Ipc;

/// <summary>An Arrow file, with the footer that shows that it is whole.</summary>
internal sealed class ArrowTableWriter : BatchWriter, IDisposable
{
    private readonly PlainBatch plain;
    private readonly OutgoingStream outgoing;
    private readonly ArrowFileWriter writer;

    public ArrowTableWriter(IBufferWriter<byte> output, FileTable table, FileChoice choice)
    {
        plain = new(table, choice);
        outgoing = new(output);
        writer = new(outgoing, plain.Schema, leaveOpen: true);
    }

    public override void Begin() => writer.WriteStart();

    public override void Write(RecordBatch batch)
    {
        using var made = plain.Of(batch);
        writer.WriteRecordBatch(made);
    }

    public override Task End(Func<Task<bool>> flush)
    {
        writer.WriteEnd();
        outgoing.Drop();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        outgoing.Drop();
        writer.Dispose();
    }
}
