using System.Security.Cryptography.X509Certificates;
using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Orleans;
using Orleans.Configuration;
using Orleans.Hosting;
using SosLongitudinal.Storage.AzureBlobs;

namespace SosLongitudinal.Storage.Cluster;

/// <summary>How silos find each other through an Azure Storage account, and how they know each other.</summary>
public static class ClusterHosting
{
    /// <summary>The cluster's members are kept in one blob per cluster id. Clients live inside the silos, so there is no list of gateways.</summary>
    public static ISiloBuilder UseAzureBlobMembership(this ISiloBuilder silo, BlobServiceClient account, string container = "membership")
    {
        silo.Services.AddSingleton<IMembershipTable>(services =>
            new AzureMembershipTable(account, services.GetRequiredService<IOptions<ClusterOptions>>().Value.ClusterId, container));
        return silo;
    }

    /// <summary>The silo talks by TLS to silos that hold this very certificate with its key, and to nobody else. It keeps no gateway: whoever calls it lives in a silo.</summary>
    public static ISiloBuilder TalkOnlyToHoldersOf(this ISiloBuilder silo, X509Certificate2 certificate) => silo
        .Configure<SiloConnectionOptions>(new PeerTls(certificate).Apply)
        .Configure<EndpointOptions>(endpoints => endpoints.GatewayPort = 0);
}
