using Azure.Core;
using Azure.Identity;
using Azure.Storage.Blobs;

namespace SosLongitudinal.Storage.AzureBlobs;

/// <summary>How an Azure Storage account is reached.</summary>
public static class BlobAccount
{
    /// <summary>From a connection string, or from the account's https address with the identity that the machine has.</summary>
    public static BlobServiceClient Of(string connection, BlobClientOptions? options = null) => Uri.TryCreate(connection, UriKind.Absolute, out var address) && address.Scheme is "https" or "http"
        ? new(new Uri(connection), new DefaultAzureCredential(), options ?? Patience())
        : new(connection, options ?? Patience());

    /// <summary>A person waits for the answer: a few quick tries, then an honest fault.</summary>
    public static BlobClientOptions Patience() => new()
    {
        Retry = { Mode = RetryMode.Exponential, MaxRetries = 3, Delay = TimeSpan.FromMilliseconds(200), MaxDelay = TimeSpan.FromSeconds(2), NetworkTimeout = TimeSpan.FromSeconds(15) },
    };
}
