using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Orleans;
using Orleans.Configuration;
using Orleans.Hosting;

namespace SosLongitudinal.Storage.AzureBlobs;

/// <summary>How silos find each other through an Azure Storage account.</summary>
public static class ClusterHosting
{
    /// <summary>The cluster's members are kept in one blob per cluster id. Clients live inside the silos, so there is no list of gateways.</summary>
    public static ISiloBuilder UseAzureBlobMembership(this ISiloBuilder silo, BlobServiceClient account, string container = "membership")
    {
        silo.Services.AddSingleton<IMembershipTable>(services =>
            new AzureMembershipTable(account, services.GetRequiredService<IOptions<ClusterOptions>>().Value.ClusterId, container));
        return silo;
    }
}
