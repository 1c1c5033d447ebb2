using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using Apache.Arrow;
using SosLongitudinal.Extracts.Ipc;

namespace SosLongitudinal.Extracts.Files;

/// <summary>
/// A table's messages laid down in a temporary file and read again as often as needed: for formats whose head says what only the last row tells (the number of
/// rows, the longest text). Memory holds one message; the file is its owner's alone and goes when this is disposed.
/// </summary>
public sealed class TableSpool : IAsyncDisposable
{
    private readonly FileStream file;

    private TableSpool(FileStream file) => this.file = file;

    /// <param name="see">Sees each batch on its way in.</param>
    public static async Task<TableSpool> Fill(IAsyncEnumerable<byte[]> messages, Action<RecordBatch> see, CancellationToken cancellation = default)
    {
        var spool = new TableSpool(TemporaryFile.Create());
        try
        {
            var length = new byte[sizeof(int)];
            await foreach (var message in messages.WithCancellation(cancellation))
            {
                using (var batch = ArrowIpc.Read(message)) see(batch);
                BinaryPrimitives.WriteInt32LittleEndian(length, message.Length);
                await spool.file.WriteAsync(length, cancellation);
                await spool.file.WriteAsync(message, cancellation);
            }
            return spool;
        }
        catch
        {
            await spool.DisposeAsync();
            throw;
        }
    }

    /// <summary>From the first message on; one reading at a time.</summary>
    public async IAsyncEnumerable<byte[]> Read([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var length = new byte[sizeof(int)];
        file.Position = 0;
        while (await file.ReadAtLeastAsync(length, length.Length, throwOnEndOfStream: false, cancellation) > 0)
        {
            var message = GC.AllocateUninitializedArray<byte>(BinaryPrimitives.ReadInt32LittleEndian(length));
            await file.ReadExactlyAsync(message, cancellation);
            yield return message;
        }
    }

    public ValueTask DisposeAsync() => file.DisposeAsync();
}
