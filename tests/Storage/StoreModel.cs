using CsCheck;
using SosLongitudinal.Storage;

namespace SosLongitudinal.Tests.Storage;

/// <summary>One step against a store and what a sorted dictionary says of it.</summary>
internal abstract record StoreStep
{
    private static readonly string[] Keys = ["A", "A-", "A/", "A.", "a", "Aé", "B@x", "~"];
    private static readonly Gen<string> AnyKey = Gen.Int[0, Keys.Length - 1].Select(i => Keys[i]);

    private StoreStep() { }

    public sealed record Write(string Key, byte[] Content, bool Stale) : StoreStep;

    public sealed record Delete(string Key, bool Stale) : StoreStep;

    public sealed record Read(string Key) : StoreStep;

    public sealed record List(string Prefix) : StoreStep;

    public static readonly Gen<StoreStep> Any = Gen.Frequency(
        (5, Gen.Select(AnyKey, Gen.Byte.Array[0, 40], Gen.Bool, (key, content, stale) => (StoreStep)new Write(key, content, stale))),
        (2, Gen.Select(AnyKey, Gen.Bool, (key, stale) => (StoreStep)new Delete(key, stale))),
        (2, AnyKey.Select(key => (StoreStep)new Read(key))),
        (1, Gen.OneOf(Gen.Const(""), AnyKey).Select(prefix => (StoreStep)new List(prefix))));
}

/// <summary>What a store ought to hold, kept in memory; every step is taken on both and compared.</summary>
internal sealed class StoreModel(IRecordStore store, string state, CancellationToken cancel)
{
    private readonly Dictionary<string, (string Version, byte[] Content)> held = [];
    private readonly HashSet<string> given = [];
    private string past = "1";

    public Task Take(StoreStep step) => step switch
    {
        StoreStep.Write write => Write(write),
        StoreStep.Delete delete => Delete(delete),
        StoreStep.Read read => Read(read.Key),
        StoreStep.List list => List(list.Prefix),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private async Task Write(StoreStep.Write step)
    {
        var current = held.TryGetValue(step.Key, out var record) ? record.Version : null;
        var expected = step.Stale ? (current is null ? past : null) : current;
        if (step.Stale)
        {
            await Assert.ThrowsAsync<RecordConflictException>(() => store.Write(new(state, step.Key), step.Content, expected, cancel));
            return;
        }
        var version = await store.Write(new(state, step.Key), step.Content, expected, cancel);
        Assert.True(given.Add(version), "a version was given twice");
        held[step.Key] = (version, step.Content);
        past = current ?? past;
    }

    private async Task Delete(StoreStep.Delete step)
    {
        if (!step.Stale && held.Remove(step.Key, out var record))
        {
            await store.Delete(new(state, step.Key), record.Version, cancel);
            past = record.Version;
        }
        else await Assert.ThrowsAsync<RecordConflictException>(() => store.Delete(new(state, step.Key), past, cancel));
    }

    private async Task Read(string key)
    {
        var read = await store.Read(new(state, key), cancel);
        if (held.TryGetValue(key, out var record)) Assert.Equal((record.Version, Convert.ToHexString(record.Content)), (read!.Version, Convert.ToHexString(read.Content.Span)));
        else Assert.Null(read);
    }

    private async Task List(string prefix)
    {
        var expected = held.Where(r => r.Key.StartsWith(prefix, StringComparison.Ordinal)).OrderBy(r => RecordName.Of(r.Key), StringComparer.Ordinal).ToList();
        var listed = await store.List(state, prefix, cancel).ToListAsync(cancel);
        Assert.Equal(expected.Select(r => (r.Key, r.Value.Version, (long)r.Value.Content.Length)), listed.Select(r => (r.Key.Key, r.Version, r.Length)));
        var read = await store.ReadAll(state, prefix, cancel).ToListAsync(cancel);
        Assert.Equal(expected.Select(r => (r.Key, r.Value.Version, Convert.ToHexString(r.Value.Content))), read.Select(r => (r.Key.Key, r.Version, Convert.ToHexString(r.Content.Span))));
    }
}
