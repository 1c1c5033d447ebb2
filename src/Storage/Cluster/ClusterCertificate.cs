using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using SosLongitudinal.Storage.AzureBlobs;

namespace SosLongitudinal.Storage.Cluster;

/// <summary>What the silos of one cluster know each other by: one certificate with its key, made by whichever started first.</summary>
public static class ClusterCertificate
{
    internal const string Name = "sos-cluster";

    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(36_500); // dates are not looked at: what counts is who can read the account

    /// <summary>One of this process's own: no other is let in.</summary>
    public static X509Certificate2 Make()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = DateTimeOffset.UtcNow;
        using var made = new CertificateRequest($"CN={Name}", key, HashAlgorithmName.SHA256).CreateSelfSigned(now.AddDays(-1), now + Lifetime);
        return Load(made.Export(X509ContentType.Pfx)); // as a file would give it: some systems refuse TLS with a key that was only ever in memory
    }

    /// <summary>The account's, in the blob <c>{container}/certificate.pfx</c>: who can read the account is a member of the cluster. To change it, stop every process and delete the blob.</summary>
    /// <exception cref="StoreUnavailableException">The account did not answer.</exception>
    public static async Task<X509Certificate2> Of(BlobServiceClient account, string container = "membership", CancellationToken cancellation = default)
    {
        try
        {
            var blobs = account.GetBlobContainerClient(container);
            await blobs.CreateIfNotExistsAsync(cancellationToken: cancellation);
            var blob = blobs.GetBlobClient("certificate.pfx");
            if (!await blob.ExistsAsync(cancellation)) await Offer(blob, cancellation);
            return Load((await blob.DownloadContentAsync(cancellation)).Value.Content.ToArray());
        }
        catch (Exception fault) when (BlobFaults.IsFault(fault))
        {
            throw BlobFaults.Unread("The cluster's certificate", fault);
        }
    }

    // of several that start at once one wins, and all read what it wrote
    private static async Task Offer(BlobClient blob, CancellationToken cancellation)
    {
        using var made = Make();
        try
        {
            await blob.UploadAsync(BinaryData.FromBytes(made.Export(X509ContentType.Pfx)), new BlobUploadOptions { Conditions = new() { IfNoneMatch = ETag.All } }, cancellation);
        }
        catch (RequestFailedException fault) when (BlobFaults.IsConflict(fault))
        {
            // another's is there
        }
    }

    private static X509Certificate2 Load(byte[] file) => X509CertificateLoader.LoadPkcs12(file, null, X509KeyStorageFlags.Exportable);
}
