using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Runtime;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Storage.Sqlite;
using SosLongitudinal.Tests.Grains.Faults;
using SosLongitudinal.Tests.Kit;

namespace SosLongitudinal.Tests.Grains;

public sealed class ClusterClockTests
{
    /// <summary>A silo's generation is the machine's time at its start. Held against a clock of months later it looked long gone, and a study whose clock was turned ended while it started.</summary>
    [Fact]
    public async Task A_silo_of_today_is_not_taken_for_dead_because_the_studys_clock_is_months_ahead()
    {
        using var folder = new TempFolder();
        await using var store = SqliteRecordStore.Open(folder.Path);
        var clock = new AheadClock();
        clock.GoOn(TimeSpan.FromDays(120));
        await using var cluster = await StudyCluster.Start(store, silos: 1, new(TimeSpan.FromHours(1)), silo => silo.Services.AddSingleton<TimeProvider>(clock));
        var silo = cluster.Silos[0];
        var joining = SiloAddress.New(new IPEndPoint(IPAddress.Loopback, 1), silo.SiloAddress.Generation);

        Assert.Equal(SiloStatus.None, silo.ServiceProvider.GetRequiredService<ISiloStatusOracle>().GetApproximateSiloStatus(joining));
        Assert.Same(clock, silo.ServiceProvider.GetRequiredService<TimeProvider>());
    }
}
