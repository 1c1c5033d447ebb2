namespace SosLongitudinal.Exchange.Sheets;

/// <summary>Reads on until more came out than may, then ends and says so.</summary>
internal sealed class CountedStream(Stream inner, long most, long compressed) : Stream
{
    public long Count { get; private set; }

    public bool TooMuch => Count > most || Count > SheetLimits.RatioFrom && Count > compressed * SheetLimits.Ratio;

    public override int Read(Span<byte> buffer)
    {
        if (TooMuch) return 0;
        var read = inner.Read(buffer);
        Count += read;
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => Count; set => throw new NotSupportedException(); }
    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
