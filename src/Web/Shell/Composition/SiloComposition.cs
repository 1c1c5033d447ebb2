using System.Net;
using System.Net.Sockets;
using Orleans.Configuration;
using SosLongitudinal.Grains;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Storage;
using SosLongitudinal.Storage.AzureBlobs;
using SosLongitudinal.Web.Shell.Telemetry;

namespace SosLongitudinal.Web.Shell.Composition;

/// <summary>The silo that lives in this process: alone on a data folder, or one of those that share an Azure Storage account.</summary>
internal static class SiloComposition
{
    private const string Name = "sos";

    public static WebApplicationBuilder AddSilo(this WebApplicationBuilder builder, Stores stores)
    {
        builder.UseOrleans(silo =>
        {
            var (siloPort, gatewayPort) = FreePorts();
            if (stores.Account is { } account)
            {
                silo.Configure<ClusterOptions>(cluster => (cluster.ClusterId, cluster.ServiceId) = (Name, Name));
                silo.UseAzureBlobMembership(account);
                // a killed member is found by three probes missed, 15 s; one that finds all others dead must not wait the default 90 s for their signs of life to age
                silo.Configure<ClusterMembershipOptions>(members => members.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(5));
                silo.ConfigureEndpoints(IPAddress.Loopback, siloPort, gatewayPort);
            }
            else
            {
                silo.UseLocalhostClustering(siloPort, gatewayPort, primarySiloEndpoint: null, serviceId: Name, clusterId: Name);
            }
            if (TelemetryComposition.IsExported(builder.Configuration)) silo.AddActivityPropagation(); // a filter on every call, so only where somebody looks
            silo.AddSosGrains(new RegisterOptions(stores.Account is null ? TimeSpan.FromMinutes(1) : TimeSpan.FromMinutes(5)) { Settles = stores.Account is null ? TimeSpan.Zero : TimeSpan.FromMinutes(5) });
        });
        return builder;
    }

    /// <summary>Two ports that nothing listens on just now; both are held until both are known, so that they differ.</summary>
    private static (int Silo, int Gateway) FreePorts()
    {
        using var first = new TcpListener(IPAddress.Loopback, 0);
        using var second = new TcpListener(IPAddress.Loopback, 0);
        first.Start();
        second.Start();
        return (((IPEndPoint)first.LocalEndpoint).Port, ((IPEndPoint)second.LocalEndpoint).Port);
    }
}
