using System.Security.Cryptography.X509Certificates;
using Azure.Storage.Blobs;
using SosLongitudinal.Storage;
using SosLongitudinal.Storage.AzureBlobs;
using SosLongitudinal.Storage.Cluster;
using SosLongitudinal.Storage.Files;
using SosLongitudinal.Storage.Sqlite;

namespace SosLongitudinal.Web.Shell.Composition;

/// <summary>The only place that names a concrete store.</summary>
internal static class StoreComposition
{
    /// <summary>Opens the stores before anything else runs: a folder in use, or an account that does not answer, is refused in one sentence.</summary>
    public static async Task<Stores> Open(ServeOptions options)
    {
        if (options.AzureConnection is null) return options.Local is null ? Open(options.Data) : OpenExisting(options.Data);
        var account = Account(options.AzureConnection);
        return new(await AzureBlobRecordStore.Open(account), await AzureBlobVault.Open(account)) { Account = account, Certificate = await ClusterCertificate.Of(account) };
    }

    /// <summary>Opens a data folder that must be there already.</summary>
    public static Stores OpenExisting(string data) => File.Exists(Path.Combine(data, SqliteRecordStore.FileName))
        ? Open(data)
        : throw new StoreUnavailableException($"there is no study in {data}.", new FileNotFoundException());

    public static WebApplicationBuilder AddStores(this WebApplicationBuilder builder, Stores stores)
    {
        builder.Services.AddSingleton(_ => stores); // by factory, so that the container closes it last
        builder.Services.AddSingleton(services => services.GetRequiredService<Stores>().Records);
        builder.Services.AddSingleton(services => services.GetRequiredService<Stores>().Files);
        return builder;
    }

    private static BlobServiceClient Account(string connection)
    {
        try
        {
            return BlobAccount.Of(connection);
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException)
        {
            throw new CannotStartException("--azure cannot be read. Give the connection string that the account's access keys page shows, or the account's https address.");
        }
    }

    private static Stores Open(string data) => new(SqliteRecordStore.Open(data), new FolderVault(Path.Combine(data, "files")));
}

/// <summary>What is kept where, for as long as the process lives.</summary>
internal sealed record Stores(IRecordStore Records, IFileVault Files) : IAsyncDisposable
{
    /// <summary>The Azure Storage account, where that is the store; silos find each other through it.</summary>
    public BlobServiceClient? Account { get; init; }

    /// <summary>What the silos of that account know each other by; this process's own where it is alone.</summary>
    public X509Certificate2 Certificate { get; init; } = ClusterCertificate.Make();

    public async ValueTask DisposeAsync()
    {
        if (Records is IAsyncDisposable records) await records.DisposeAsync();
    }
}
