using CsCheck;
using SosLongitudinal.Storage;
using SosLongitudinal.Storage.Sqlite;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Kit;

namespace SosLongitudinal.Tests.Storage.Ledgers;

public sealed class LedgerInStorageTests : IAsyncLifetime
{
    private readonly TempFolder folder = new();
    private SqliteRecordStore store = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        store = SqliteRecordStore.Open(folder.Path);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task The_fold_of_a_saved_and_reloaded_ledger_is_the_fold_before()
    {
        var records = 0;
        await SampleFact.Ledger.SampleAsync(async ledger =>
        {
            var place = new RecordKey("sample", $"{ledger.Key}-{Interlocked.Increment(ref records)}");
            await store.Write(place, ledger.ToStored(), null, Cancel);
            var again = Ledger<SampleFact>.FromStored(ledger.Key, (await store.Read(place, Cancel))!.Content);
            Assert.Equal(SampleFold.Of(ledger), SampleFold.Of(again));
            Assert.Equal(ledger.ToStored(), again.ToStored());
            Assert.Null(LedgerCheck.Of("sos.sample", ledger.Key, again.ToStored()).Fault);
        }, iter: 60);
    }

    [Fact]
    public async Task A_walk_counts_records_and_facts_and_finds_nothing_in_a_sound_store()
    {
        var (one, two) = (Ledger("A", 3), Ledger("B", 5));
        await Save(one);
        await Save(two);
        await store.Write(new("keyring", "key-1"), Bytes.Of("<key/>"), null, Cancel);
        var report = await Verification.Run(store, cancellation: Cancel);
        Assert.Equal((2, 8L, 1), (report.Records, report.Facts, report.Others));
        Assert.Empty(report.Faults);
    }

    [Fact]
    public async Task A_changed_byte_is_found_and_named_with_its_record_and_fact()
    {
        var stored = Ledger("A", 3).ToStored().ToArray();
        var second = LedgerText.FactsOf(stored, null)[1].Start.Value;
        var at = stored.AsSpan(second).IndexOf("ann@"u8) + second;
        stored[at] = (byte)'b';
        await store.Write(new("sample", "A"), stored, null, Cancel);
        await Save(Ledger("B", 2));
        var fault = Assert.Single((await Verification.Run(store, cancellation: Cancel)).Faults);
        Assert.Equal((new RecordKey("sample", "A"), 2), (fault.Record, fault.Fact));
    }

    [Fact]
    public async Task A_ledger_under_another_key_is_found()
    {
        await store.Write(new("sample", "B"), Ledger("A", 2).ToStored(), null, Cancel);
        var fault = Assert.Single((await Verification.Run(store, cancellation: Cancel)).Faults);
        Assert.Equal((new RecordKey("sample", "B"), 1), (fault.Record, fault.Fact));
    }

    [Fact]
    public async Task A_record_that_is_no_ledger_at_all_is_a_fault()
    {
        await store.Write(new("sample", "A"), Bytes.Of("{}"), null, Cancel);
        Assert.Single((await Verification.Run(store, cancellation: Cancel)).Faults);
    }

    [Fact]
    public async Task Against_the_anchors_of_a_backup_a_cut_tail_and_a_missing_record_are_found_and_without_them_are_not()
    {
        var version = await Save(Ledger("A", 4));
        var gone = await Save(Ledger("B", 1));
        await Save(Ledger("C", 2));
        var anchors = await SavedAndLoaded((await Verification.Run(store, cancellation: Cancel)).Sound);

        await store.Write(new("sample", "A"), Ledger("A", 4).First(2).ToStored(), version, Cancel);
        await store.Delete(new("sample", "B"), gone, Cancel);
        Assert.Empty((await Verification.Run(store, cancellation: Cancel)).Faults);
        var faults = (await Verification.Run(store, anchors, cancellation: Cancel)).Faults;
        Assert.Equal([new("sample", "A"), new RecordKey("sample", "B")], faults.Select(f => f.Record));
    }

    [Fact]
    public async Task A_ledger_that_grew_and_lost_contents_since_the_backup_still_meets_its_anchor()
    {
        var ledger = Ledger("A", 3);
        var version = await Save(ledger);
        var anchors = await SavedAndLoaded((await Verification.Run(store, cancellation: Cancel)).Sound);
        var later = ledger.Append([new SampleFact.Noted("more", 1)], SampleFact.Stamp(9)).Erase(fact => fact.Head.N == 2);
        await store.Write(new("sample", "A"), later.ToStored(), version, Cancel);
        var report = await Verification.Run(store, anchors, cancellation: Cancel);
        Assert.Empty(report.Faults);
        Assert.Equal(4, report.Facts);
    }

    [Fact]
    public async Task What_was_erased_lies_nowhere_in_the_folder_after_a_scrub()
    {
        var secret = "an unmistakable sentence about nobody";
        var ledger = Ledger<SampleFact>.Empty("A").Append([new SampleFact.Noted(string.Concat(Enumerable.Repeat(secret, 2000)), 1)], SampleFact.Stamp(0)); // many pages, freed by the erasure
        var version = await store.Write(new("sample", "A"), ledger.ToStored(), null, Cancel);
        Assert.Contains(Files(), file => Holds(file, secret));
        await store.Write(new("sample", "A"), ledger.Erase(_ => true).ToStored(), version, Cancel);
        await store.Scrub(Cancel);
        Assert.DoesNotContain(Files(), file => Holds(file, secret));

        string[] Files() => Directory.GetFiles(folder.Path, "sos.db*");
        static bool Holds(string file, string text)
        {
            using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[open.Length];
            open.ReadExactly(bytes);
            return bytes.AsSpan().IndexOf(Bytes.Of(text)) >= 0;
        }
    }

    private Task<string> Save(Ledger<SampleFact> ledger) => store.Write(new("sample", ledger.Key), ledger.ToStored(), null, Cancel);

    private static readonly Dictionary<(string, int), Ledger<SampleFact>> Made = [];

    // salts are random: the same ledger must stay the same one within a test
    private static Ledger<SampleFact> Ledger(string key, int facts)
    {
        lock (Made)
            return Made.TryGetValue((key, facts), out var made) ? made : Made[(key, facts)] =
                Ledger<SampleFact>.Empty(key).Append(Enumerable.Range(0, facts).Select(i => new SampleFact.Noted($"note {i}", i)), SampleFact.Stamp(1));
    }

    private static async Task<Anchors> SavedAndLoaded(Anchors anchors)
    {
        var file = new MemoryStream();
        await anchors.Save(file, Cancel);
        file.Position = 0;
        return await Anchors.Load(file, Cancel);
    }
}
