using Orleans.Configuration;
using SosLongitudinal.Grains;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Storage;
using SosLongitudinal.Storage.Cluster;
using SosLongitudinal.Web.Shell.Telemetry;

namespace SosLongitudinal.Web.Shell.Composition;

/// <summary>The silo that lives in this process: alone on a data folder, or one of those that share an Azure Storage account.</summary>
internal static class SiloComposition
{
    private const string Name = "sos";

    public static WebApplicationBuilder AddSilo(this WebApplicationBuilder builder, Stores stores, ServeOptions options)
    {
        var endpoint = SiloEndpoint.Of(options);
        builder.UseOrleans(silo =>
        {
            if (stores.Account is { } account)
            {
                silo.Configure<ClusterOptions>(cluster => (cluster.ClusterId, cluster.ServiceId) = (Name, Name));
                silo.UseAzureBlobMembership(account);
                // a killed member is found by three probes missed, 15 s; one that finds all others dead must not wait the default 90 s for their signs of life to age
                silo.Configure<ClusterMembershipOptions>(members => members.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(5));
                silo.ConfigureEndpoints(endpoint.Address, endpoint.Port, gatewayPort: 0);
            }
            else
            {
                silo.UseLocalhostClustering(endpoint.Port, primarySiloEndpoint: null, serviceId: Name, clusterId: Name);
            }
            silo.TalkOnlyToHoldersOf(stores.Certificate);
            if (TelemetryComposition.IsExported(builder.Configuration)) silo.AddActivityPropagation(); // a filter on every call, so only where somebody looks
            silo.AddSosGrains(new RegisterOptions(stores.Account is null ? TimeSpan.FromMinutes(1) : TimeSpan.FromMinutes(5)) { Settles = stores.Account is null ? TimeSpan.Zero : TimeSpan.FromMinutes(5) });
        });
        return builder;
    }
}
