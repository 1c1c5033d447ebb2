using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging.Abstractions;
using Orleans;
using Orleans.Runtime;
using Orleans.Storage;
using SosLongitudinal.Storage;
using SosLongitudinal.Storage.Sqlite;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Kit;

namespace SosLongitudinal.Tests.Storage.Ledgers;

public sealed class RecordGrainStorageTests : IAsyncLifetime
{
    private static readonly GrainId Grain = GrainId.Create("sos-sample", "7K2M9QX");
    private readonly TempFolder folder = new();
    private SqliteRecordStore store = null!;
    private RecordGrainStorage storage = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        store = SqliteRecordStore.Open(folder.Path);
        storage = new(store, new LedgerSerializer(), NullLogger<RecordGrainStorage>.Instance);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task An_absent_ledger_reads_as_an_empty_one_under_the_grains_key()
    {
        var state = await Read();
        Assert.Equal(("7K2M9QX", 0, false, null), (state.State.Key, state.State.Length, state.RecordExists, state.ETag));
    }

    [Fact]
    public async Task A_written_ledger_lies_byte_for_byte_under_the_states_name_and_the_grains_key()
    {
        var state = await Written(2);
        var stored = await store.Read(new("sample", "7K2M9QX"), Cancel);
        Assert.Equal(state.State.ToStored(), stored!.Content);
        Assert.Equal(stored.Version, state.ETag);
        var again = await Read();
        Assert.Equal((SampleFold.Of(state.State), "7K2M9QX", true, state.ETag), (SampleFold.Of(again.State), again.State.Key, again.RecordExists, again.ETag));
    }

    [Fact]
    public async Task A_read_ledger_takes_further_facts_and_the_chain_holds()
    {
        await Written(2);
        var state = await Read();
        state.State = state.State.Append([new SampleFact.Noted("third", 3)], SampleFact.Stamp(3));
        await storage.WriteStateAsync("sample", Grain, state);
        var report = await Verification.Run(store, cancellation: Cancel);
        Assert.Equal((1, 3L), (report.Records, report.Facts));
        Assert.Empty(report.Faults);
    }

    [Fact]
    public async Task Of_two_who_read_the_same_ledger_the_second_writer_meets_an_inconsistent_state()
    {
        await Written(1);
        var (one, two) = (await Read(), await Read());
        one.State = one.State.Append([new SampleFact.Noted("one", 1)], SampleFact.Stamp(1));
        two.State = two.State.Append([new SampleFact.Noted("two", 2)], SampleFact.Stamp(2));
        await storage.WriteStateAsync("sample", Grain, one);
        await Assert.ThrowsAsync<InconsistentStateException>(() => storage.WriteStateAsync("sample", Grain, two));
        await Assert.ThrowsAsync<InconsistentStateException>(() => storage.ClearStateAsync("sample", Grain, two));
        Assert.Equal(SampleFold.Of(one.State), SampleFold.Of((await Read()).State));
    }

    [Fact]
    public async Task A_ledger_is_never_stored_under_another_grains_key()
    {
        var state = await Read();
        state.State = Ledger<SampleFact>.Empty("another").Append([new SampleFact.Noted("x", 1)], SampleFact.Stamp(1));
        await Assert.ThrowsAsync<InvalidOperationException>(() => storage.WriteStateAsync("sample", Grain, state));
        Assert.Empty(await store.States(Cancel).ToListAsync(Cancel));
    }

    [Fact]
    public async Task A_cleared_state_is_absent_and_may_be_written_again()
    {
        var state = await Written(1);
        await storage.ClearStateAsync("sample", Grain, state);
        Assert.Equal((0, "7K2M9QX", null, false), (state.State.Length, state.State.Key, state.ETag, state.RecordExists));
        Assert.Null(await store.Read(new("sample", "7K2M9QX"), Cancel));
        await Written(2);
    }

    [Fact]
    public async Task A_store_that_is_gone_is_told_as_it_is_and_never_as_an_empty_ledger()
    {
        await Written(1);
        File.Delete(folder.File(SqliteRecordStore.FileName));
        await Assert.ThrowsAsync<StoreUnavailableException>(Read);
    }

    [Fact]
    public async Task A_state_that_is_no_ledger_is_stored_as_plain_JSON_without_class_names()
    {
        var state = new GrainState<Attempts> { State = new(3, new(2026, 3, 9)) };
        await storage.WriteStateAsync("note", Grain, state);
        Assert.Equal("""{"failed":3,"since":"2026-03-09"}""", (await store.Read(new("note", "7K2M9QX"), Cancel))!.Content.Text());
        var again = new GrainState<Attempts>();
        await storage.ReadStateAsync("note", Grain, again);
        Assert.Equal(state.State, again.State);
    }

    private async Task<Held> Read()
    {
        var state = new Held();
        await storage.ReadStateAsync("sample", Grain, state);
        return state;
    }

    private async Task<Held> Written(int facts)
    {
        var state = await Read();
        state.State = state.State.Append(Enumerable.Range(0, facts).Select(i => new SampleFact.Noted($"note {i}", i)), SampleFact.Stamp(0));
        await storage.WriteStateAsync("sample", Grain, state);
        return state;
    }

    private sealed class Held : IGrainState<Ledger<SampleFact>>
    {
        [AllowNull]
        public Ledger<SampleFact> State { get; set; } = new();
        public string? ETag { get; set; }
        public bool RecordExists { get; set; }
    }

    public sealed record Attempts(int Failed, PartialDate Since)
    {
        public Attempts() : this(0, new(2026)) { }
    }
}
