using Azure.Storage.Blobs;
using SosLongitudinal.Storage.AzureBlobs;
using SosLongitudinal.Storage.Sqlite;
using SosLongitudinal.Tests.Kit;
using SosLongitudinal.Tests.Kit.Processes;

namespace SosLongitudinal.Tests.Web.Processes;

public sealed class KillTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Killed_three_times_under_32_writing_clients_every_acknowledged_form_is_there_and_none_twice()
    {
        using var folder = new TempFolder();
        string token;
        await using (var store = SqliteRecordStore.Open(folder.Path)) token = await SmallStudy.Plant(store);
        Uri address = null!;
        var writers = new FormWriters(token, _ => address);
        using var stop = new CancellationTokenSource();
        Task writing = Task.CompletedTask;

        for (var kill = 1; kill <= 3; kill++)
        {
            await using var served = await SosProcess.Serve("--data", folder.Path);
            address = served.Address;
            if (kill == 1) writing = writers.Write(32, stop.Token);
            var before = writers.Acknowledged.Count;
            await writers.Until(acknowledged => acknowledged.Count >= before + 500);
            served.Kill();
        }

        await using (var last = await SosProcess.Serve("--data", folder.Path))
        {
            address = last.Address;
            var before = writers.Acknowledged.Count;
            await writers.Until(acknowledged => acknowledged.Count >= before + 200);
            await stop.CancelAsync();
            await writing;
        }
        await using var after = SqliteRecordStore.Open(folder.Path);
        AssertSound(await Aftermath.Of(after, writers.Acknowledged.Keys), writers);
    }

    [Fact]
    public async Task Two_processes_share_one_account_and_one_goes_on_when_the_other_is_killed()
    {
        await using var azurite = await Azurite.Start();
        var store = await AzureBlobRecordStore.Open(new BlobServiceClient(azurite.ConnectionString), cancellation: TestContext.Current.CancellationToken);
        var token = await SmallStudy.Plant(store);
        await using var survivor = await Member(azurite, "127.0.0.2");
        await using var victim = await Member(azurite, "127.0.0.3");
        Uri? address = null;
        var writers = new FormWriters(token, client => Volatile.Read(ref address) ?? (client % 2 == 0 ? survivor.Address : victim.Address));
        using var stop = new CancellationTokenSource();
        var writing = writers.Write(16, stop.Token);
        await writers.Until(acknowledged => acknowledged.Count >= 200);

        victim.Kill();
        Volatile.Write(ref address, survivor.Address);
        var at = DateTimeOffset.UtcNow;

        await writers.Until(acknowledged => acknowledged.Where(a => a.At > at).DistinctBy(a => a.Client).Count() == 16).WaitAsync(TimeSpan.FromMinutes(3), TestContext.Current.CancellationToken);
        output.WriteLine($"every client was served {(DateTimeOffset.UtcNow - at).TotalSeconds:0.0} s after the kill");

        survivor.Kill(); // now the table names two members and neither lives
        at = DateTimeOffset.UtcNow;
        await using var next = await SosProcess.Serve("--store", "azure", "--azure", azurite.ConnectionString);
        Volatile.Write(ref address, next.Address);
        await writers.Until(acknowledged => acknowledged.Where(a => a.At > at).DistinctBy(a => a.Client).Count() == 16).WaitAsync(TimeSpan.FromMinutes(3), TestContext.Current.CancellationToken);
        output.WriteLine($"every client was served {(DateTimeOffset.UtcNow - at).TotalSeconds:0.0} s after both were killed");
        await stop.CancelAsync();
        await writing;
        AssertSound(await Aftermath.Of(store, writers.Acknowledged.Keys), writers);
    }

    // as on machines of their own: each with an address at which the others reach it. Only Linux has more than one loopback address without being told.
    private static Task<SosProcess> Member(Azurite azurite, string address) =>
        SosProcess.Serve(["--store", "azure", "--azure", azurite.ConnectionString, .. OperatingSystem.IsLinux() ? new[] { "--silo", address } : []]);

    private void AssertSound(Aftermath after, FormWriters writers)
    {
        output.WriteLine($"{writers.Acknowledged.Count} forms acknowledged, {after.Forms} in the store, {writers.SentAgain} sent again");
        Assert.Empty(after.Lost);
        Assert.Empty(after.Doubled);
        Assert.Empty(after.Broken);
        Assert.Empty(writers.Unexpected);
    }
}
