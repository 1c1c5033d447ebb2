using Microsoft.Extensions.DependencyInjection;
using Orleans.Hosting;
using Orleans.TestingHost;
using SosLongitudinal.Grains;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Storage;
using SosLongitudinal.Storage.Sqlite;

[assembly: AssemblyFixture(typeof(SosLongitudinal.Tests.Grains.StudyCluster))]

namespace SosLongitudinal.Tests.Grains;

/// <summary>Two silos in this process over one real store.</summary>
public sealed class StudyCluster : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("sos-grains-").FullName;
    private InProcessTestCluster? cluster;
    private SqliteRecordStore? store;

    public IGrainFactory Grains => cluster!.Client;

    public FamilyRegisters Registers => cluster!.Silos[0].ServiceProvider.GetRequiredService<FamilyRegisters>();

    public async ValueTask InitializeAsync()
    {
        store = SqliteRecordStore.Open(folder);
        var builder = new InProcessTestClusterBuilder(2);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.Services.AddSingleton<IRecordStore>(store);
            silo.AddSosGrains(new RegisterOptions(TimeSpan.FromMinutes(1)));
        });
        cluster = builder.Build();
        await cluster.DeployAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (cluster is not null) await cluster.DisposeAsync();
        if (store is not null) await store.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
