namespace SosLongitudinal.Storage.Sqlite;

internal enum WriteVerb { Insert, Update, Delete, Scrub }

/// <summary>One write on its way to the disk; its task ends when the write is durable or certain to have failed.</summary>
internal sealed class PendingWrite(WriteVerb verb, RecordKey key, ReadOnlyMemory<byte> content, long expected)
{
    private readonly TaskCompletionSource<string> done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public WriteVerb Verb => verb;
    public RecordKey Key => key;
    public string State { get; } = verb == WriteVerb.Scrub ? "" : RecordName.OfState(key.State);
    public string Name { get; } = verb == WriteVerb.Scrub ? "" : RecordName.Of(key.Key);
    public ReadOnlyMemory<byte> Content => content;
    public long Expected => expected;

    /// <summary>Set when its statement ran; holds only once the transaction is committed.</summary>
    public long Version { get; set; }

    /// <summary>Its statement touched no row: the expected version does not hold.</summary>
    public bool Stale { get; set; }

    public Task<string> Done => done.Task;

    public void Settle()
    {
        if (Stale) done.TrySetException(new RecordConflictException(key));
        else done.TrySetResult(SqliteVersion.Text(Version));
    }

    public void Fail(Exception fault) => done.TrySetException(fault);
}
