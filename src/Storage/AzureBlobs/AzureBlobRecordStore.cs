using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace SosLongitudinal.Storage.AzureBlobs;

/// <summary>Records in an Azure Storage container: a blob each, its ETag the version. Any number of processes may share it.</summary>
public sealed class AzureBlobRecordStore : IRecordStore
{
    // names the write in the blob's metadata, so that a 412 met by the client library's own second try is known as our first one's success
    private const string WriteId = "write";

    private readonly BlobContainerClient container;
    private readonly AzureBlobOptions options;

    private AzureBlobRecordStore(BlobContainerClient container, AzureBlobOptions options) => (this.container, this.options) = (container, options);

    /// <summary>Opens the store, making its container where it is missing.</summary>
    public static async Task<AzureBlobRecordStore> Open(BlobServiceClient account, AzureBlobOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= new();
        var container = account.GetBlobContainerClient(options.Container);
        try
        {
            await container.CreateIfNotExistsAsync(cancellationToken: cancellation);
        }
        catch (Exception fault) when (BlobFaults.IsFault(fault) && !cancellation.IsCancellationRequested)
        {
            throw new StoreUnavailableException($"the container {options.Container} cannot be opened", fault);
        }
        return new(container, options);
    }

    public async Task<StoredRecord?> Read(RecordKey key, CancellationToken cancellation = default)
    {
        try
        {
            var content = (await container.GetBlobClient(BlobName.Of(key)).DownloadContentAsync(cancellation)).Value;
            return new(key, Version(content.Details.ETag), content.Content.ToMemory());
        }
        catch (RequestFailedException fault) when (BlobFaults.IsAbsent(fault))
        {
            return null;
        }
        catch (Exception fault) when (BlobFaults.IsFault(fault) && !cancellation.IsCancellationRequested)
        {
            throw BlobFaults.Unread($"{key}", fault);
        }
    }

    public async Task<string> Write(RecordKey key, ReadOnlyMemory<byte> content, string? expected, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        var blob = container.GetBlobClient(BlobName.Of(key));
        var write = Guid.NewGuid().ToString("N");
        var upload = new BlobUploadOptions
        {
            Conditions = expected is null ? new() { IfNoneMatch = ETag.All } : new() { IfMatch = new(expected) },
            HttpHeaders = new() { ContentType = "application/json" },
            Metadata = new Dictionary<string, string> { [WriteId] = write },
        };
        try
        {
            return Version((await blob.UploadAsync(new BinaryData(content), upload, CancellationToken.None)).Value.ETag);
        }
        catch (RequestFailedException fault) when (BlobFaults.IsConflict(fault))
        {
            return await OwnVersion(key, blob, write) ?? throw new RecordConflictException(key);
        }
        catch (Exception fault) when (BlobFaults.IsFault(fault))
        {
            throw BlobFaults.Unwritten(key, fault);
        }
    }

    public async Task Delete(RecordKey key, string expected, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            await container.GetBlobClient(BlobName.Of(key)).DeleteAsync(conditions: new() { IfMatch = new(expected) }, cancellationToken: CancellationToken.None);
        }
        catch (RequestFailedException fault) when (BlobFaults.IsConflict(fault))
        {
            throw new RecordConflictException(key);
        }
        catch (Exception fault) when (BlobFaults.IsFault(fault))
        {
            throw BlobFaults.Unwritten(key, fault);
        }
    }

    public async IAsyncEnumerable<ListedRecord> List(string state, string prefix, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var folder = BlobName.FolderOf(state);
        var blobs = container.GetBlobsAsync(new GetBlobsOptions { Prefix = folder + RecordName.Encode(prefix) }, cancellation);
        await foreach (var blob in blobs.Items($"the list of {state}", options.PageSize, cancellation))
        {
            if (blob.Name.EndsWith(RecordName.Suffix, StringComparison.Ordinal))
                yield return new(new(state, BlobName.KeyOf(folder, blob.Name)), Version(blob.Properties.ETag!.Value), blob.Properties.ContentLength ?? 0);
        }
    }

    public async IAsyncEnumerable<StoredRecord> ReadAll(string state, string prefix, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var underWay = new Queue<Task<StoredRecord?>>(options.ReadsAtOnce);
        try
        {
            await foreach (var listed in List(state, prefix, cancellation))
            {
                underWay.Enqueue(Read(listed.Key, stop.Token));
                if (underWay.Count == options.ReadsAtOnce && await underWay.Dequeue() is { } record) yield return record;
            }
            while (underWay.TryDequeue(out var next))
                if (await next is { } record) yield return record; // one deleted since it was listed is left out
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAll(underWay).ContinueWith(left => _ = left.Exception, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    public async IAsyncEnumerable<string> States([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var folders = container.GetBlobsByHierarchyAsync(new GetBlobsByHierarchyOptions { Delimiter = "/" }, cancellation);
        await foreach (var folder in folders.Items("the states", options.PageSize, cancellation))
            if (folder.IsPrefix && BlobName.StateOf(folder.Prefix) is { } state) yield return state;
    }

    /// <summary>Nothing to do: an overwritten blob is gone, unless the account is set to keep old versions or deleted blobs.</summary>
    public Task Scrub(CancellationToken cancellation = default) => Task.CompletedTask;

    private static async Task<string?> OwnVersion(RecordKey key, BlobClient blob, string write)
    {
        try
        {
            var found = (await blob.GetPropertiesAsync()).Value;
            return found.Metadata.TryGetValue(WriteId, out var by) && by == write ? Version(found.ETag) : null;
        }
        catch (RequestFailedException fault) when (fault.Status == 404 && fault.ErrorCode != BlobErrorCode.ContainerNotFound)
        {
            return null; // a HEAD answer carries no body, so only the header can tell a missing blob
        }
        catch (Exception fault) when (BlobFaults.IsFault(fault))
        {
            throw new RecordOutcomeUnknownException(key, fault);
        }
    }

    private static string Version(ETag tag) => tag.ToString("G").Trim('"');
}
