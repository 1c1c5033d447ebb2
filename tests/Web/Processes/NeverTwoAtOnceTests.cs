using Azure.Storage.Blobs;
using SosLongitudinal.Storage;
using SosLongitudinal.Storage.AzureBlobs;
using SosLongitudinal.Storage.Sqlite;
using SosLongitudinal.Tests.Kit;
using SosLongitudinal.Tests.Kit.Processes;

namespace SosLongitudinal.Tests.Web.Processes;

/// <summary>A thousand attempts on one interviewer's one hour, all at once over the API: exactly one wins, whatever the store and whoever dies meanwhile.</summary>
public sealed class NeverTwoAtOnceTests(ITestOutputHelper output)
{
    private const int Attempts = 1000;
    private const int Families = 100;

    [Fact]
    public async Task Exactly_one_of_a_thousand_attempts_wins_on_sqlite()
    {
        using var folder = new TempFolder();
        SlotRush rush;
        string interviewer;
        (string token, interviewer) = await PlantSqlite(folder.Path);
        await using (var served = await SosProcess.Serve("--data", folder.Path))
        {
            rush = new(token, interviewer, _ => served.Address);
            await rush.Attempt(await rush.Enrol(Families), Attempts);
        }
        await using var store = SqliteRecordStore.Open(folder.Path);
        await AssertOne(rush, store, interviewer);
    }

    [Fact]
    public async Task Exactly_one_of_a_thousand_attempts_wins_on_azure_storage()
    {
        await using var azurite = await Azurite.Start();
        var (store, token, interviewer) = await PlantAzure(azurite);
        await using var served = await SosProcess.Serve("--store", "azure", "--azure", azurite.ConnectionString);
        var rush = new SlotRush(token, interviewer, _ => served.Address);
        await rush.Attempt(await rush.Enrol(Families), Attempts);
        await AssertOne(rush, store, interviewer);
    }

    [Fact]
    public async Task Exactly_one_of_a_thousand_attempts_wins_where_one_of_two_processes_is_killed_among_them()
    {
        await using var azurite = await Azurite.Start();
        var (store, token, interviewer) = await PlantAzure(azurite);
        await using var survivor = await SosProcess.Serve("--store", "azure", "--azure", azurite.ConnectionString);
        await using var victim = await SosProcess.Serve("--store", "azure", "--azure", azurite.ConnectionString);
        Uri? address = null;
        var rush = new SlotRush(token, interviewer, n => Volatile.Read(ref address) ?? (n % 2 == 0 ? survivor.Address : victim.Address));
        var families = await rush.Enrol(Families);
        var attempts = rush.Attempt(families, Attempts);

        await rush.UnderWay;
        victim.Kill();
        Volatile.Write(ref address, survivor.Address);

        await attempts.WaitAsync(TimeSpan.FromMinutes(4), TestContext.Current.CancellationToken);
        await AssertOne(rush, store, interviewer);
    }

    private static async Task<(string Token, string Interviewer)> PlantSqlite(string folder)
    {
        await using var store = SqliteRecordStore.Open(folder);
        return (await SmallStudy.Plant(store), await SmallStudy.PlantInterviewer(store, "alice"));
    }

    private static async Task<(IRecordStore Store, string Token, string Interviewer)> PlantAzure(Azurite azurite)
    {
        var store = await AzureBlobRecordStore.Open(new BlobServiceClient(azurite.ConnectionString), cancellation: TestContext.Current.CancellationToken);
        return (store, await SmallStudy.Plant(store), await SmallStudy.PlantInterviewer(store, "alice"));
    }

    private async Task AssertOne(SlotRush rush, IRecordStore store, string interviewer)
    {
        output.WriteLine($"{rush.Won} won, {rush.Refused} refused, {rush.SentAgain} sent again");
        var (appointments, broken) = await SlotRush.Aftermath(store, interviewer);
        Assert.Empty(rush.Unexpected);
        Assert.Equal((1, Attempts - 1), (rush.Won, rush.Refused));
        Assert.Equal(1, appointments);
        Assert.Empty(broken);
    }
}
