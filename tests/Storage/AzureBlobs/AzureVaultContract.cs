using SosLongitudinal.Storage.AzureBlobs;
using SosLongitudinal.Storage.Files;
using SosLongitudinal.Tests.Kit;
using SosLongitudinal.Tests.Storage.Files;

namespace SosLongitudinal.Tests.Storage.AzureBlobs;

public sealed class AzureVaultContract : FileVaultContract
{
    private readonly string container = $"files-{Guid.NewGuid():N}";

    protected override async Task<IFileVault> Open() => await AzureBlobVault.Open(BlobAccount.Of(await Azurite.Shared), container, Cancel);

    protected override async Task Remove() => await BlobAccount.Of(await Azurite.Shared).DeleteBlobContainerAsync(container, cancellationToken: Cancel);
}
