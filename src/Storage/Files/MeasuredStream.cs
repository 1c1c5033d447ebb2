using System.Security.Cryptography;

namespace SosLongitudinal.Storage.Files;

/// <summary>Passes a stream on, and knows its length and checksum once it was read to its end.</summary>
internal sealed class MeasuredStream(Stream source) : Stream
{
    private readonly IncrementalHash sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long read;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => read; set => throw new NotSupportedException(); }

    /// <summary>The source could not be read: the sender's fault, not the store's.</summary>
    public bool SourceFailed { get; private set; }

    public VaultReceipt Receipt(string name) => new(name, read, Convert.ToHexStringLower(sha.GetCurrentHash()));

    public override int Read(byte[] buffer, int offset, int count)
    {
        SourceFailed = true;
        var taken = source.Read(buffer, offset, count);
        SourceFailed = false;
        return Measure(buffer.AsSpan(offset, taken));
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        SourceFailed = true;
        var taken = await source.ReadAsync(buffer, cancellationToken);
        SourceFailed = false;
        return Measure(buffer[..taken].Span);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) sha.Dispose();
        base.Dispose(disposing);
    }

    private int Measure(ReadOnlySpan<byte> bytes)
    {
        sha.AppendData(bytes);
        read += bytes.Length;
        return bytes.Length;
    }
}
