using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using SosLongitudinal.Storage.Files;

namespace SosLongitudinal.Storage.AzureBlobs;

/// <summary>The vault in an Azure Storage container, a blob per file. The last step of an upload makes it visible, and only where the name is free.</summary>
public sealed class AzureBlobVault : IFileVault
{
    private const string WriteId = "write";
    private readonly BlobContainerClient container;

    private AzureBlobVault(BlobContainerClient container) => this.container = container;

    public static Task<AzureBlobVault> Open(BlobServiceClient account, string container = "files", CancellationToken cancellation = default) =>
        Guarded($"the container {container} cannot be opened", cancellation, async () =>
        {
            var client = account.GetBlobContainerClient(container);
            await client.CreateIfNotExistsAsync(cancellationToken: cancellation);
            return new AzureBlobVault(client);
        });

    public async Task<VaultReceipt> Put(string name, Stream content, CancellationToken cancellation = default)
    {
        using var measured = new MeasuredStream(content);
        return await Guarded($"the file {name} could not be written", cancellation, async () =>
        {
            var blob = container.GetBlobClient(VaultName.Of(name));
            var write = Guid.NewGuid().ToString("N");
            try
            {
                await blob.UploadAsync(measured, new BlobUploadOptions { Conditions = new() { IfNoneMatch = ETag.All }, Metadata = new Dictionary<string, string> { [WriteId] = write } }, cancellation);
            }
            catch (RequestFailedException fault) when (BlobFaults.IsConflict(fault) && !BlobFaults.IsAbsent(fault))
            {
                var found = (await blob.GetPropertiesAsync(cancellationToken: cancellation)).Value;
                if (!found.Metadata.TryGetValue(WriteId, out var by) || by != write) throw new FileAlreadyStoredException(name, fault);
            }
            return measured.Receipt(name);
        }, () => measured.SourceFailed);
    }

    public Task<Stream?> Open(string name, long from = 0, long? length = null, CancellationToken cancellation = default) =>
        Guarded($"the file {name} could not be read", cancellation, async () =>
        {
            try
            {
                return (Stream?)(await container.GetBlobClient(VaultName.Of(name)).DownloadStreamingAsync(new() { Range = new HttpRange(from, length) }, cancellation)).Value.Content;
            }
            catch (RequestFailedException fault) when (BlobFaults.IsAbsent(fault))
            {
                return null;
            }
            catch (RequestFailedException fault) when (fault.Status == 416)
            {
                return Stream.Null; // a range behind the end holds nothing
            }
        });

    public Task<VaultFile?> Find(string name, CancellationToken cancellation = default) =>
        Guarded($"the file {name} could not be read", cancellation, async () =>
        {
            var blob = VaultName.Of(name);
            await foreach (var item in container.GetBlobsAsync(new GetBlobsOptions { Prefix = blob }, cancellation))
                if (item.Name == blob) return new VaultFile(name, item.Properties.ContentLength ?? 0);
            return (VaultFile?)null;
        });

    public async IAsyncEnumerable<VaultFile> List(string prefix, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await foreach (var blob in container.GetBlobsAsync(new GetBlobsOptions { Prefix = RecordName.Encode(prefix) }, cancellation).Items("the list of files", 5000, cancellation))
            if (blob.Name.EndsWith(VaultName.Suffix, StringComparison.Ordinal)) yield return new(VaultName.NameOf(blob.Name), blob.Properties.ContentLength ?? 0);
    }

    private static async Task<T> Guarded<T>(string what, CancellationToken cancellation, Func<Task<T>> act, Func<bool>? sendersFault = null)
    {
        try
        {
            return await act();
        }
        catch (Exception fault) when (BlobFaults.IsFault(fault) && !cancellation.IsCancellationRequested && sendersFault?.Invoke() is not true)
        {
            throw new StoreUnavailableException(what, fault);
        }
    }
}
