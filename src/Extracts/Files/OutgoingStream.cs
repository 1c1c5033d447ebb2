using System.Buffers;

namespace SosLongitudinal.Extracts.Files;

/// <summary>A buffer as the streams that libraries write to. It knows its position and never goes back.</summary>
internal sealed class OutgoingStream(IBufferWriter<byte> output) : Stream
{
    private long position;
    private bool dropped;

    public override bool CanRead => false;

    /// <summary>Said for a library that asks for it and then only asks where it stands.</summary>
    public override bool CanSeek => true;

    public override bool CanWrite => true;

    public override long Length => position;

    public override long Position { get => position; set => throw new NotSupportedException("What is written has gone."); }

    /// <summary>Lets everything that is still written vanish: a library closes what broke off as if it were whole.</summary>
    public void Drop() => dropped = true;

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (!dropped) output.Write(buffer);
        position += buffer.Length;
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush() { }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException("What is written has gone.");

    public override void SetLength(long value) => throw new NotSupportedException();
}
