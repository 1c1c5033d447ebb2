using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Runtime;
using SosLongitudinal.Storage;
using SosLongitudinal.Storage.AzureBlobs;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Kit;
using SosLongitudinal.Tests.Storage.Ledgers;

namespace SosLongitudinal.Tests.Storage.AzureBlobs;

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

    private static INotebook Notebook(IHost silo, string key) => silo.Services.GetRequiredService<IGrainFactory>().GetGrain<INotebook>(key);

    private async Task<IRecordStore> Store() => await AzureBlobRecordStore.Open(BlobAccount.Of(await Azurite.Shared), new() { Container = $"records-{name}" }, Cancel);

    private async Task<IHost> Silo()
    {
        var account = BlobAccount.Of(await Azurite.Shared);
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.AddSingleton(await Store());
        builder.UseOrleans(silo => silo
            .Configure<ClusterOptions>(cluster => (cluster.ClusterId, cluster.ServiceId) = (name, "sos"))
            .ConfigureEndpoints(IPAddress.Loopback, FreePort.Take(), gatewayPort: 0)
            .UseAzureBlobMembership(account, $"membership-{name}")
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
