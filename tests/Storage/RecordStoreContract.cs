using System.Security.Cryptography;
using CsCheck;
using SosLongitudinal.Storage;

namespace SosLongitudinal.Tests.Storage;

/// <summary>What every store promises. A side inherits this and says only how it is opened.</summary>
public abstract class RecordStoreContract : IAsyncLifetime
{
    private static readonly RecordKey Family = new("family", "7K2M9QX");

    protected IRecordStore Store { get; private set; } = null!;

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>A new, empty store with pages of this many records.</summary>
    protected abstract Task<IRecordStore> Open(int pageSize);

    /// <summary>Makes the store's backend unreachable.</summary>
    protected abstract Task<IRecordStore> Downed();

    public async ValueTask InitializeAsync() => Store = await Open(pageSize: 7);

    public virtual async ValueTask DisposeAsync()
    {
        if (Store is IAsyncDisposable disposable) await disposable.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task An_absent_record_reads_as_absent() => Assert.Null(await Store.Read(Family, Cancel));

    [Fact]
    public async Task What_was_written_is_read_back_with_the_version_that_the_write_gave()
    {
        var version = await Store.Write(Family, Bytes.Of("first"), null, Cancel);
        var read = await Store.Read(Family, Cancel);
        Assert.Equal(("first", version, Family), (read!.Content.Text(), read.Version, read.Key));
    }

    [Fact]
    public async Task Of_fifty_who_write_if_absent_one_wins()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 50).Select(async i =>
        {
            try
            {
                return (Won: true, Version: await Store.Write(Family, Bytes.Of($"writer {i}"), null, Cancel), By: i);
            }
            catch (RecordConflictException)
            {
                return (Won: false, Version: "", By: i);
            }
        }));
        var winner = Assert.Single(outcomes, o => o.Won);
        var read = await Store.Read(Family, Cancel);
        Assert.Equal(($"writer {winner.By}", winner.Version), (read!.Content.Text(), read.Version));
    }

    [Fact]
    public async Task A_stale_write_is_refused_and_the_newer_record_stays()
    {
        var old = await Store.Write(Family, Bytes.Of("old"), null, Cancel);
        var current = await Store.Write(Family, Bytes.Of("new"), old, Cancel);
        await Assert.ThrowsAsync<RecordConflictException>(() => Store.Write(Family, Bytes.Of("late"), old, Cancel));
        var read = await Store.Read(Family, Cancel);
        Assert.Equal(("new", current), (read!.Content.Text(), read.Version));
    }

    [Fact]
    public async Task A_stale_delete_is_refused_and_the_newer_record_stays()
    {
        var old = await Store.Write(Family, Bytes.Of("old"), null, Cancel);
        await Store.Write(Family, Bytes.Of("new"), old, Cancel);
        await Assert.ThrowsAsync<RecordConflictException>(() => Store.Delete(Family, old, Cancel));
        Assert.Equal("new", (await Store.Read(Family, Cancel))!.Content.Text());
    }

    [Fact]
    public async Task A_version_that_the_store_never_gave_out_is_a_conflict()
    {
        await Store.Write(Family, Bytes.Of("here"), null, Cancel);
        await Assert.ThrowsAsync<RecordConflictException>(() => Store.Write(Family, Bytes.Of("x"), "\"0x8D1234567890ABC\"", Cancel));
        await Assert.ThrowsAsync<RecordConflictException>(() => Store.Delete(Family, "\"0x8D1234567890ABC\"", Cancel));
    }

    [Fact]
    public async Task Writing_or_deleting_a_version_of_an_absent_record_is_a_conflict()
    {
        var gone = await Store.Write(Family, Bytes.Of("short-lived"), null, Cancel);
        await Store.Delete(Family, gone, Cancel);
        await Assert.ThrowsAsync<RecordConflictException>(() => Store.Write(Family, Bytes.Of("x"), gone, Cancel));
        await Assert.ThrowsAsync<RecordConflictException>(() => Store.Delete(Family, gone, Cancel));
        Assert.Null(await Store.Read(Family, Cancel));
    }

    [Fact]
    public async Task A_record_written_again_after_its_delete_has_another_version()
    {
        var first = await Store.Write(Family, Bytes.Of("same"), null, Cancel);
        await Store.Delete(Family, first, Cancel);
        Assert.Null(await Store.Read(Family, Cancel));
        var second = await Store.Write(Family, Bytes.Of("same"), null, Cancel);
        Assert.NotEqual(first, second);
        await Assert.ThrowsAsync<RecordConflictException>(() => Store.Write(Family, Bytes.Of("x"), first, Cancel));
    }

    [Fact]
    public async Task The_same_bytes_again_have_another_version()
    {
        var first = await Store.Write(Family, Bytes.Of("same"), null, Cancel);
        Assert.NotEqual(first, await Store.Write(Family, Bytes.Of("same"), first, Cancel));
    }

    [Theory]
    [InlineData("account", "ann.o'neill+study@demo.example")]
    [InlineData("account", "Zoë Ångström")]
    [InlineData("release", "2026/wave 2/č.csv?draft#1")]
    [InlineData("state with / and %", "100%25")]
    [InlineData("состояние", "..")]
    [InlineData("diary", "a//b/")]
    [InlineData("diary", "plus+space &=;:\\\"<>|*")]
    [InlineData("diary", "\ud83c\udf31")]
    public async Task States_and_keys_may_hold_any_text(string state, string key)
    {
        var record = new RecordKey(state, key);
        var version = await Store.Write(record, Bytes.Of(key), null, Cancel);
        Assert.Equal(key, (await Store.Read(record, Cancel))!.Content.Text());
        Assert.Equal([new ListedRecord(record, version, Bytes.Of(key).Length)], await Store.List(state, "", Cancel).ToListAsync(Cancel));
        Assert.Equal([record], await Store.ReadAll(state, key, Cancel).Select(r => r.Key).ToListAsync(Cancel));
        Assert.Equal([state], await Store.States(Cancel).ToListAsync(Cancel));
        await Store.Delete(record, version, Cancel);
        Assert.Empty(await Store.States(Cancel).ToListAsync(Cancel));
    }

    [Fact]
    public async Task Keys_that_differ_only_in_case_or_form_are_different_records()
    {
        string[] keys = ["a", "A", "é", "e\u0301", "a%", "a%25", "a ", "a+"];
        foreach (var key in keys) await Store.Write(new("note", key), Bytes.Of(key), null, Cancel);
        foreach (var key in keys) Assert.Equal(key, (await Store.Read(new("note", key), Cancel))!.Content.Text());
    }

    [Fact]
    public async Task The_same_key_in_two_states_is_two_records()
    {
        await Store.Write(new("family", "A"), Bytes.Of("family"), null, Cancel);
        await Store.Write(new("familiar", "A"), Bytes.Of("familiar"), null, Cancel);
        Assert.Equal("family", (await Store.Read(new("family", "A"), Cancel))!.Content.Text());
        Assert.Equal(["A"], await Store.List("family", "", Cancel).Select(r => r.Key.Key).ToListAsync(Cancel));
        Assert.Equal(["familiar", "family"], (await Store.States(Cancel).ToListAsync(Cancel)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_record_of_five_megabytes_comes_back_whole()
    {
        var content = RandomNumberGenerator.GetBytes(5 << 20);
        await Store.Write(Family, content, null, Cancel);
        Assert.True((await Store.Read(Family, Cancel))!.Content.Span.SequenceEqual(content));
        Assert.Equal(content.Length, (await Store.List("family", "", Cancel).SingleAsync(Cancel)).Length);
        Assert.True((await Store.ReadAll("family", "", Cancel).SingleAsync(Cancel)).Content.Span.SequenceEqual(content));
    }

    [Fact]
    public async Task A_record_may_be_empty()
    {
        await Store.Write(Family, default, null, Cancel);
        Assert.Equal(0, (await Store.Read(Family, Cancel))!.Content.Length);
    }

    [Fact]
    public async Task Lists_and_bulk_reads_go_past_one_page_in_the_order_of_the_encoded_keys()
    {
        var keys = Some.AwkwardKeys(40);
        var versions = new Dictionary<string, string>();
        foreach (var key in keys.Reverse()) versions[key] = await Store.Write(new("family", key), Bytes.Of(key), null, Cancel);
        await Store.Write(new("site", "elsewhere"), Bytes.Of("not asked for"), null, Cancel);

        string[] expected = [.. keys.OrderBy(RecordName.Of, StringComparer.Ordinal)];
        var listed = await Store.List("family", "", Cancel).ToListAsync(Cancel);
        Assert.Equal(expected, listed.Select(r => r.Key.Key));
        Assert.All(listed, r => Assert.Equal((versions[r.Key.Key], Bytes.Of(r.Key.Key).Length), (r.Version, r.Length)));
        var read = await Store.ReadAll("family", "", Cancel).ToListAsync(Cancel);
        Assert.Equal(expected, read.Select(r => r.Key.Key));
        Assert.All(read, r => Assert.Equal((r.Key.Key, versions[r.Key.Key]), (r.Content.Text(), r.Version)));
    }

    [Fact]
    public async Task A_prefix_finds_exactly_the_keys_that_start_with_it()
    {
        var keys = Some.AwkwardKeys(40);
        foreach (var key in keys) await Store.Write(new("family", key), Bytes.Of(key), null, Cancel);
        foreach (var prefix in keys.SelectMany(k => new[] { k, k[..1] }).Concat(["_", "%", "A_", "no such"]).Distinct())
        {
            string[] expected = [.. keys.Where(k => k.StartsWith(prefix, StringComparison.Ordinal)).OrderBy(RecordName.Of, StringComparer.Ordinal)];
            Assert.Equal(expected, await Store.List("family", prefix, Cancel).Select(r => r.Key.Key).ToListAsync(Cancel));
            Assert.Equal(expected, await Store.ReadAll("family", prefix, Cancel).Select(r => r.Key.Key).ToListAsync(Cancel));
        }
    }

    [Fact]
    public async Task A_bulk_read_under_way_does_not_stop_writers_and_gives_each_record_that_stays_once()
    {
        string[] keys = [.. Enumerable.Range(0, 30).Select(i => $"{i:00}")];
        foreach (var key in keys) await Store.Write(new("family", key), Bytes.Of("before"), null, Cancel);
        var seen = new List<string>();
        await foreach (var record in Store.ReadAll("family", "", Cancel))
        {
            seen.Add(record.Key.Key);
            if (seen.Count % 5 != 0) continue;
            await Store.Write(new("family", $"{record.Key.Key}-new"), Bytes.Of("during"), null, Cancel);
            await Store.Write(record.Key, Bytes.Of("changed"), record.Version, Cancel);
        }
        Assert.Equal(keys, seen.Where(k => k.Length == 2));
    }

    [Fact]
    public async Task Readers_meet_the_old_record_or_the_new_one_never_half()
    {
        var version = await Store.Write(Family, Filled(0), null, Cancel);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var reader = Task.Run(async () =>
        {
            var reads = 0;
            while (!stop.IsCancellationRequested || reads == 0)
            {
                var content = (await Store.Read(Family, Cancel))!.Content;
                Assert.Equal(100_000, content.Length);
                Assert.Equal(-1, content.Span.IndexOfAnyExcept(content.Span[0]));
                reads++;
            }
        }, Cancel);
        for (byte i = 1; i <= 40; i++) version = await Store.Write(Family, Filled(i), version, Cancel);
        await stop.CancelAsync();
        await reader;

        static byte[] Filled(byte value) => [.. Enumerable.Repeat(value, 100_000)];
    }

    [Fact]
    public async Task A_store_that_is_down_is_a_fault_and_never_an_absent_record()
    {
        var down = await Downed();
        Assert.IsType<StoreUnavailableException>(await Record.ExceptionAsync(() => down.Read(Family, Cancel)));
        Assert.IsType<StoreUnavailableException>(await Record.ExceptionAsync(() => down.List("family", "", Cancel).ToListAsync(Cancel).AsTask()));
        Assert.IsType<StoreUnavailableException>(await Record.ExceptionAsync(() => down.ReadAll("family", "", Cancel).ToListAsync(Cancel).AsTask()));
        Assert.IsType<StoreUnavailableException>(await Record.ExceptionAsync(() => down.States(Cancel).ToListAsync(Cancel).AsTask()));
        Assert.IsType<StoreUnavailableException>(await Record.ExceptionAsync(() => down.Write(Family, Bytes.Of("lost"), null, Cancel)));
        Assert.IsType<StoreUnavailableException>(await Record.ExceptionAsync(() => down.Delete(Family, "1", Cancel)));
    }

    [Fact]
    public async Task Scrubbing_leaves_every_record_as_it_was()
    {
        var version = await Store.Write(Family, Bytes.Of("kept"), null, Cancel);
        await Store.Scrub(Cancel);
        var read = await Store.Read(Family, Cancel);
        Assert.Equal(("kept", version), (read!.Content.Text(), read.Version));
    }

    [Fact]
    public async Task Any_steps_in_a_row_do_what_a_sorted_dictionary_would()
    {
        var runs = 0;
        await StoreStep.Any.Array[1, 25].SampleAsync(async steps =>
        {
            var model = new StoreModel(Store, $"run-{Interlocked.Increment(ref runs)}", Cancel);
            foreach (var step in steps) await model.Take(step);
        }, iter: 60, threads: 2);
    }
}
