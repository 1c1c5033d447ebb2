using System.Collections.Concurrent;
using SosLongitudinal.Storage;

namespace SosLongitudinal.Tests.Grains.Faults;

/// <summary>
/// A real store with switches: what is armed for a record happens once, before or after the store's own work. What happens may throw, wait for a gate, or
/// commit something in between.
/// </summary>
public sealed class FaultyStore(IRecordStore inner) : IRecordStore
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<Func<Task>>> armed = new();

    public IRecordStore Inner => inner;

    public void BeforeWrite(RecordKey key, Func<Task> happens) => Arm($"before {key}", happens);

    /// <summary>The write is done when this happens.</summary>
    public void AfterWrite(RecordKey key, Func<Task> happens) => Arm($"after {key}", happens);

    public void BeforeRead(RecordKey key, Func<Task> happens) => Arm($"read {key}", happens);

    public void BeforeReadAll(string state, string prefix, Func<Task> happens) => Arm($"all {state}/{prefix}", happens);

    public static Func<Task> Unavailable { get; } = () => throw new StoreUnavailableException("switched off by a test");

    public static Func<Task> OutcomeUnknown(RecordKey key) => () => throw new RecordOutcomeUnknownException(key, new TimeoutException("no answer"));

    public async Task<StoredRecord?> Read(RecordKey key, CancellationToken cancellation = default)
    {
        await Happen($"read {key}");
        return await inner.Read(key, cancellation);
    }

    public async Task<string> Write(RecordKey key, ReadOnlyMemory<byte> content, string? expected, CancellationToken cancellation = default)
    {
        await Happen($"before {key}");
        var version = await inner.Write(key, content, expected, cancellation);
        await Happen($"after {key}");
        return version;
    }

    public Task Delete(RecordKey key, string expected, CancellationToken cancellation = default) => inner.Delete(key, expected, cancellation);

    public IAsyncEnumerable<ListedRecord> List(string state, string prefix, CancellationToken cancellation = default) => inner.List(state, prefix, cancellation);

    public async IAsyncEnumerable<StoredRecord> ReadAll(string state, string prefix, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await Happen($"all {state}/{prefix}");
        await foreach (var record in inner.ReadAll(state, prefix, cancellation)) yield return record;
    }

    public IAsyncEnumerable<string> States(CancellationToken cancellation = default) => inner.States(cancellation);

    public Task Scrub(CancellationToken cancellation = default) => inner.Scrub(cancellation);

    private void Arm(string what, Func<Task> happens) => armed.GetOrAdd(what, _ => new()).Enqueue(happens);

    private Task Happen(string what) => armed.TryGetValue(what, out var queue) && queue.TryDequeue(out var happens) ? happens() : Task.CompletedTask;
}

/// <summary>A barrier: who arrives says so and waits until it is opened.</summary>
public sealed class Gate
{
    private readonly TaskCompletionSource arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource opened = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Arrived => arrived.Task;

    public void Open() => opened.TrySetResult();

    public Task Pass()
    {
        arrived.TrySetResult();
        return opened.Task;
    }
}
