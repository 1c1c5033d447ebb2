using System.Net;
using Orleans;
using Orleans.Runtime;
using SosLongitudinal.Storage.AzureBlobs;
using SosLongitudinal.Tests.Kit;

namespace SosLongitudinal.Tests.Storage.AzureBlobs;

public sealed class MembershipTableTests : IAsyncLifetime
{
    private static readonly DateTime Start = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);
    private readonly string container = $"membership-{Guid.NewGuid():N}";
    private AzureMembershipTable table = null!;

    public async ValueTask InitializeAsync()
    {
        table = new(BlobAccount.Of(await Azurite.Shared), "study", container);
        await table.InitializeMembershipTable(true);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_new_table_is_empty_at_version_nought()
    {
        var all = await table.ReadAll();
        Assert.Empty(all.Members);
        Assert.Equal(0, all.Version.Version);
    }

    [Fact]
    public async Task A_row_comes_back_as_it_was_inserted()
    {
        var entry = Silo(1);
        entry.SuspectTimes = [Tuple.Create(Address(2), Start.AddMinutes(3))];
        Assert.True(await Insert(entry));
        var row = Assert.Single((await table.ReadRow(Address(1))).Members).Item1;
        Assert.Equal((entry.SiloAddress, entry.Status, entry.HostName, entry.SiloName, entry.ProxyPort, entry.StartTime, entry.IAmAliveTime),
            (row.SiloAddress, row.Status, row.HostName, row.SiloName, row.ProxyPort, row.StartTime, row.IAmAliveTime));
        Assert.Equal(entry.SuspectTimes, row.SuspectTimes);
        Assert.Empty((await table.ReadRow(Address(9))).Members);
    }

    [Fact]
    public async Task A_silo_is_inserted_once()
    {
        Assert.True(await Insert(Silo(1)));
        Assert.False(await Insert(Silo(1)));
        Assert.Single((await table.ReadAll()).Members);
    }

    [Fact]
    public async Task A_change_made_on_an_old_table_is_refused()
    {
        var before = (await table.ReadAll()).Version.Next();
        Assert.True(await table.InsertRow(Silo(1), before));
        Assert.False(await table.InsertRow(Silo(2), before));
        Assert.Equal(1, (await table.ReadAll()).Version.Version);
    }

    [Fact]
    public async Task A_change_made_on_an_old_row_is_refused()
    {
        await Insert(Silo(1));
        var (first, tag) = Assert.Single((await table.ReadAll()).Members);
        first.Status = SiloStatus.ShuttingDown;
        Assert.True(await table.UpdateRow(first, tag, (await table.ReadAll()).Version.Next()));
        first.Status = SiloStatus.Dead;
        Assert.False(await table.UpdateRow(first, tag, (await table.ReadAll()).Version.Next()));
        Assert.Equal(SiloStatus.ShuttingDown, Assert.Single((await table.ReadAll()).Members).Item1.Status);
    }

    [Fact]
    public async Task Of_many_who_insert_on_one_version_one_wins()
    {
        var next = (await table.ReadAll()).Version.Next();
        var won = await Task.WhenAll(Enumerable.Range(1, 12).Select(i => table.InsertRow(Silo(i), next)));
        Assert.Single(won, true);
        Assert.Single((await table.ReadAll()).Members);
    }

    [Fact]
    public async Task Signs_of_life_from_many_silos_all_arrive_and_stand_in_nobodys_way()
    {
        for (var i = 1; i <= 6; i++) await Insert(Silo(i));
        var version = (await table.ReadAll()).Version;
        await Task.WhenAll(Enumerable.Range(1, 6).Select(i =>
        {
            var entry = Silo(i);
            entry.IAmAliveTime = Start.AddMinutes(i);
            return table.UpdateIAmAlive(entry);
        }));
        var after = await table.ReadAll();
        Assert.Equal(version, after.Version);
        Assert.All(after.Members, m => Assert.Equal(Start.AddMinutes(m.Item1.SiloAddress.Endpoint.Port - 11_000), m.Item1.IAmAliveTime));
    }

    [Fact]
    public async Task Cleaning_up_removes_the_long_dead_only()
    {
        await Insert(Silo(1, SiloStatus.Dead));
        await Insert(Silo(2));
        await table.CleanupDefunctSiloEntries(new(Start.AddDays(1)));
        Assert.Equal([Address(2)], (await table.ReadAll()).Members.Select(m => m.Item1.SiloAddress));
    }

    [Fact]
    public async Task A_deleted_table_is_empty_again()
    {
        await Insert(Silo(1));
        await table.DeleteMembershipTableEntries("study");
        Assert.Empty((await table.ReadAll()).Members);
    }

    private async Task<bool> Insert(MembershipEntry entry) => await table.InsertRow(entry, (await table.ReadAll()).Version.Next());

    private static SiloAddress Address(int i) => SiloAddress.New(new IPEndPoint(IPAddress.Loopback, 11_000 + i), 7);

    private static MembershipEntry Silo(int i, SiloStatus status = SiloStatus.Active) => new()
    {
        SiloAddress = Address(i), Status = status, HostName = "localhost", SiloName = $"silo-{i}", ProxyPort = 30_000 + i, StartTime = Start, IAmAliveTime = Start, SuspectTimes = [],
    };
}
