using SosLongitudinal.Storage;
using SosLongitudinal.Storage.Files;

namespace SosLongitudinal.Grains.Releases;

/// <summary>A file of the vault that can be read from any place on, as downloads in parts ask for; it is opened where reading begins.</summary>
internal sealed class VaultStream(IFileVault vault, string name, long length) : Stream
{
    private Stream? open;
    private long position;

    public override bool CanRead => true;
    public override bool CanSeek => true;
    public override bool CanWrite => false;
    public override long Length => length;

    public override long Position
    {
        get => position;
        set => Seek(value, SeekOrigin.Begin);
    }

    public override long Seek(long offset, SeekOrigin origin)
    {
        var to = origin switch { SeekOrigin.Begin => offset, SeekOrigin.Current => position + offset, _ => length + offset };
        if (to == position) return position;
        open?.Dispose();
        open = null;
        return position = to;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        open ??= await vault.Open(name, position, cancellation: cancellationToken) ?? throw new StoreUnavailableException($"the vault has lost {name}", new FileNotFoundException());
        var read = await open.ReadAsync(buffer, cancellationToken);
        position += read;
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("A file of the vault is read without blocking.");
    public override void Flush() { }
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) open?.Dispose();
        base.Dispose(disposing);
    }
}
