using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Hosting;
using Orleans.TestingHost;
using SosLongitudinal.Grains;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Grains.Sites;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Storage;
using SosLongitudinal.Storage.Sqlite;
using SosLongitudinal.Tests.Grains.Faults;
using SosLongitudinal.Tests.Kit;

[assembly: AssemblyFixture(typeof(SosLongitudinal.Tests.Grains.StudyCluster))]

namespace SosLongitudinal.Tests.Grains;

/// <summary>Two silos in this process over one real store that can be told to fail; a small study is open in it.</summary>
public sealed class StudyCluster : IAsyncLifetime
{
    private readonly TempFolder folder = new();
    private SqliteRecordStore? sqlite;
    private InProcessTestCluster? cluster;

    public FaultyStore Store { get; private set; } = null!;

    public LostPuts LostPuts { get; } = new();

    public IGrainFactory Grains => cluster!.Client;

    /// <summary>The grains as each of the two silos addresses them.</summary>
    public IGrainFactory GrainsOf(int silo) => cluster!.Silos[silo].ServiceProvider.GetRequiredService<IGrainFactory>();

    public FamilyRegisters Registers => Service<FamilyRegisters>(0);

    public T Service<T>(int silo) where T : notnull => cluster!.Silos[silo].ServiceProvider.GetRequiredService<T>();

    public async ValueTask InitializeAsync()
    {
        sqlite = SqliteRecordStore.Open(folder.Path);
        Store = new(sqlite);
        cluster = await Start(Store, silos: 2, new(TimeSpan.FromMinutes(1)), silo => silo.AddIncomingGrainCallFilter(LostPuts));
        Some.Accepted(await Grains.Study().Open(Some.Design, Some.Stamp()));
        Some.Accepted(await Grains.Site(Some.Site).Open("Ashmere", Some.Stamp()));
        Some.Accepted(await Grains.Site(Some.OtherSite).Open("Birchford", Some.Stamp()));
    }

    public static async Task<InProcessTestCluster> Start(IRecordStore store, short silos, RegisterOptions registers, Action<ISiloBuilder>? also = null)
    {
        var keys = new EphemeralDataProtectionProvider();
        var builder = new InProcessTestClusterBuilder(silos);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.Services.AddSingleton(store).AddSingleton<IDataProtectionProvider>(keys);
            also?.Invoke(silo);
            silo.AddSosGrains(registers);
        });
        var cluster = builder.Build();
        await cluster.DeployAsync();
        return cluster;
    }

    public async ValueTask DisposeAsync()
    {
        if (cluster is not null) await cluster.DisposeAsync();
        if (sqlite is not null) await sqlite.DisposeAsync();
        folder.Dispose();
    }
}
