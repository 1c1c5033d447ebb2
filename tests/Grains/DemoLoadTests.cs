using SosLongitudinal.Grains.Demo;
using SosLongitudinal.Storage;
using SosLongitudinal.Storage.Sqlite;
using SosLongitudinal.Study.Demo;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Kit;

namespace SosLongitudinal.Tests.Grains;

public sealed class DemoLoadTests : IAsyncDisposable
{
    private static readonly DateOnly Today = new(2026, 3, 1);
    private static readonly RecordKey Study = new("study", "study");
    private readonly TempFolder folder = new();
    private readonly SqliteRecordStore store;

    public DemoLoadTests() => store = SqliteRecordStore.Open(folder.Path);

    [Fact]
    public async Task A_loaded_demo_holds_every_record_with_its_chain_whole()
    {
        Assert.Equal(DemoLoad.Loaded, await DemoStudy.Load(store, 30, Today, cancellation: Cancel));
        var demo = new DemoStudyData(30, Today);
        Assert.Equal(demo.Count, await Sound("family", "sos.family"));
        Assert.Equal(60, await Sound("worker", "sos.worker"));
        Assert.Equal(10, await Sound("site", "sos.site"));
        Assert.Equal(demo.Groups.Count(), await Sound("focus-group", "sos.focus-group"));
        Assert.Equal(demo.Trays.Count(), await Sound("tray", "sos.tray"));
        Assert.Equal(1, await Sound("study", "sos.study"));
    }

    [Fact]
    public async Task Loading_twice_is_loading_once()
    {
        await DemoStudy.Load(store, 5, Today, cancellation: Cancel);
        var before = await Versions();
        Assert.Equal(DemoLoad.AlreadyThere, await DemoStudy.Load(store, 9, Today.AddDays(3), cancellation: Cancel));
        Assert.Equal(before, await Versions());
    }

    [Fact]
    public async Task A_load_that_was_cut_short_is_made_good_by_the_next_whatever_its_size_and_day()
    {
        using var cut = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var progress = new Told(p => { if (p.Written == 20) cut.Cancel(); });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => DemoStudy.Load(store, 400, Today, progress, cut.Token));
        Assert.Null(await store.Read(Study, Cancel));

        Assert.Equal(DemoLoad.Loaded, await DemoStudy.Load(store, 7, Today.AddDays(40), cancellation: Cancel));
        Assert.Equal(new DemoStudyData(7, Today.AddDays(40)).Families.Select(f => f.Id.ToString()).Order(StringComparer.Ordinal), (await Versions()).Where(r => r.Key.State == "family").Select(r => r.Key.Key));
        Assert.Equal(60, await Sound("worker", "sos.worker"));
    }

    [Fact]
    public async Task A_store_with_a_real_study_or_with_records_of_none_is_left_alone()
    {
        await store.Write(new("site", "some-real-site"), "{}"u8.ToArray(), null, Cancel);
        Assert.Equal(DemoLoad.OtherStudy, await DemoStudy.Load(store, 5, Today, cancellation: Cancel));

        var real = Ledger<StudyFact>.Empty("study").Append([new StudyFact.Opened("Real", "", false, "Europe/London")], new(new("x"), "a@b.example", DateTimeOffset.UnixEpoch));
        await store.Write(Study, real.ToStored(), null, Cancel);
        Assert.Equal(DemoLoad.OtherStudy, await DemoStudy.Load(store, 5, Today, cancellation: Cancel));
        Assert.Equal(2, (await Versions()).Count);
    }

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        folder.Dispose();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private async Task<int> Sound(string state, string record)
    {
        var count = 0;
        await foreach (var stored in store.ReadAll(state, "", Cancel))
        {
            Assert.Null(LedgerCheck.Of(record, stored.Key.Key, stored.Content).Fault);
            count++;
        }
        return count;
    }

    private async Task<List<ListedRecord>> Versions()
    {
        var all = new List<ListedRecord>();
        foreach (var state in (string[])["family", "site", "study", "worker"])
            await foreach (var record in store.List(state, "", Cancel)) all.Add(record);
        return all;
    }

    private sealed class Told(Action<DemoProgress> act) : IProgress<DemoProgress>
    {
        public void Report(DemoProgress value) => act(value);
    }
}
