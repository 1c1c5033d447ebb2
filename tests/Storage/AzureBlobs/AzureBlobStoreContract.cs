using SosLongitudinal.Storage;
using SosLongitudinal.Storage.AzureBlobs;
using SosLongitudinal.Tests.Kit;

namespace SosLongitudinal.Tests.Storage.AzureBlobs;

public sealed class AzureBlobStoreContract : RecordStoreContract
{
    private readonly string container = $"records-{Guid.NewGuid():N}";

    protected override async Task<IRecordStore> Open(int pageSize) =>
        await AzureBlobRecordStore.Open(BlobAccount.Of(await Azurite.Shared), new() { Container = container, PageSize = pageSize, ReadsAtOnce = 4 }, Cancel);

    protected override async Task<IRecordStore> Downed()
    {
        await using var own = await Azurite.Start();
        return await AzureBlobRecordStore.Open(BlobAccount.Of(own.ConnectionString), cancellation: Cancel); // ends with this method
    }

    [Fact]
    public async Task A_container_that_is_gone_is_a_fault_and_never_an_absent_record()
    {
        await BlobAccount.Of(await Azurite.Shared).DeleteBlobContainerAsync(container, cancellationToken: Cancel);
        var key = new RecordKey("family", "7K2M9QX");
        await Assert.ThrowsAsync<StoreUnavailableException>(() => Store.Read(key, Cancel));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => Store.Write(key, Bytes.Of("x"), null, Cancel));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => Store.Write(key, Bytes.Of("x"), "0x1", Cancel));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => Store.Delete(key, "0x1", Cancel));
    }
}
