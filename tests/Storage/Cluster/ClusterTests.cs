using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Runtime;
using SosLongitudinal.Storage;
using SosLongitudinal.Storage.AzureBlobs;
using SosLongitudinal.Storage.Cluster;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Kit;
using SosLongitudinal.Tests.Storage.Ledgers;

namespace SosLongitudinal.Tests.Storage.Cluster;

/// <summary>Silos that find each other by the blob and keep their grains' ledgers in the same account, over real sockets.</summary>
public sealed class ClusterTests
{
    private readonly string name = Guid.NewGuid().ToString("N");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_silos_form_one_cluster_and_a_silo_that_leaves_is_seen_to_leave()
    {
        using var first = await Silo();
        using var second = await Silo();
        var management = first.Services.GetRequiredService<IGrainFactory>().GetGrain<IManagementGrain>(0);
        Assert.Equal(2, (await management.GetHosts(onlyActive: true, Cancel)).Count);

        // every grain has one activation, whichever silo is asked
        foreach (var key in Enumerable.Range(0, 8).Select(i => $"N{i}"))
        {
            Assert.Equal(1, await Notebook(first, key).Note("from the first"));
            Assert.Equal(2, await Notebook(second, key).Note("from the second"));
        }

        await second.StopAsync(Cancel);
        Assert.Single(await management.GetHosts(onlyActive: true, Cancel));
        Assert.Equal(3, await Notebook(first, "N0").Note("after it left"));
        await first.StopAsync(Cancel);

        var report = await Verification.Run(await Store(), cancellation: Cancel);
        Assert.Equal((8, 17L), (report.Records, report.Facts));
        Assert.Empty(report.Faults);
    }

    [Fact]
    public async Task Of_silos_that_start_at_once_all_hold_one_certificate_and_another_account_has_another()
    {
        var account = BlobAccount.Of(await Azurite.Shared);
        var held = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => ClusterCertificate.Of(account, $"membership-{name}", Cancel)));
        Assert.Single(held.Select(certificate => certificate.Thumbprint).Distinct());
        Assert.All(held, certificate => Assert.True(certificate.HasPrivateKey));
        Assert.NotEqual(held[0].Thumbprint, (await ClusterCertificate.Of(account, $"other-{name}", Cancel)).Thumbprint);
    }

    [Fact]
    public async Task Whoever_does_not_show_the_clusters_certificate_is_not_heard()
    {
        using var silo = await Silo();
        var endpoint = silo.Services.GetRequiredService<ILocalSiloDetails>().SiloAddress.Endpoint;
        Assert.Equal(IPAddress.Loopback, endpoint.Address);
        Assert.Null(silo.Services.GetRequiredService<ILocalSiloDetails>().GatewayAddress);

        Assert.False(await IsHeard(endpoint, null));
        Assert.False(await IsHeard(endpoint, ClusterCertificate.Make()));
        Assert.True(await IsHeard(endpoint, await ClusterCertificate.Of(BlobAccount.Of(await Azurite.Shared), $"membership-{name}", Cancel)));
        await silo.StopAsync(Cancel);
    }

    // a silo tells whom it lets in who it is, before it is told anything
    private static async Task<bool> IsHeard(IPEndPoint endpoint, X509Certificate2? shown)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(endpoint, Cancel);
        await using var stream = new SslStream(client.GetStream());
        try
        {
            await stream.AuthenticateAsClientAsync(
                new SslClientAuthenticationOptions
                {
                    TargetHost = "sos-cluster",
                    ClientCertificateContext = shown is null ? null : SslStreamCertificateContext.Create(shown, null, offline: true),
                    RemoteCertificateValidationCallback = (_, _, _, _) => true,
                },
                Cancel);
            return await stream.ReadAsync(new byte[64], Cancel) > 0;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static INotebook Notebook(IHost silo, string key) => silo.Services.GetRequiredService<IGrainFactory>().GetGrain<INotebook>(key);

    private async Task<IRecordStore> Store() => await AzureBlobRecordStore.Open(BlobAccount.Of(await Azurite.Shared), new() { Container = $"records-{name}" }, Cancel);

    private async Task<IHost> Silo()
    {
        var account = BlobAccount.Of(await Azurite.Shared);
        var certificate = await ClusterCertificate.Of(account, $"membership-{name}", Cancel);
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.AddSingleton(await Store());
        builder.UseOrleans(silo => silo
            .Configure<ClusterOptions>(cluster => (cluster.ClusterId, cluster.ServiceId) = (name, "sos"))
            .ConfigureEndpoints(IPAddress.Loopback, FreePort.Take(), gatewayPort: 0)
            .UseAzureBlobMembership(account, $"membership-{name}")
            .TalkOnlyToHoldersOf(certificate)
            .AddRecordGrainStorage("sos"));
        var host = builder.Build();
        await host.StartAsync(Cancel);
        return host;
    }
}

public interface INotebook : IGrainWithStringKey
{
    /// <summary>Adds a note and says how many there are.</summary>
    Task<int> Note(string text);
}

[GrainType("sos-notebook")]
internal sealed class NotebookGrain([PersistentState("notebook", "sos")] IPersistentState<Ledger<SampleFact>> ledger) : Grain, INotebook
{
    public async Task<int> Note(string text)
    {
        ledger.State = ledger.State.Append([new SampleFact.Noted(text, 1)], SampleFact.Stamp(ledger.State.Length));
        await ledger.WriteStateAsync();
        return ledger.State.Length;
    }
}
