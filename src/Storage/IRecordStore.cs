namespace SosLongitudinal.Storage;

/// <summary>
/// Where a record lies: the state's name and the record's own key, in plain text; <see cref="RecordName"/> encodes them. Order is that of the encoded key +
/// <c>.json</c>, the same in every store.
/// </summary>
public readonly record struct RecordKey(string State, string Key)
{
    public override string ToString() => $"{State}/{Key}";
}

/// <summary>A record as stored. <c>Version</c> is opaque and changes with every write.</summary>
public sealed record StoredRecord(RecordKey Key, string Version, ReadOnlyMemory<byte> Content);

/// <summary>A record's place, version and size, without its content.</summary>
public sealed record ListedRecord(RecordKey Key, string Version, long Length);

/// <summary>
/// The seam to storage: five verbs. Only a definite not-found is "absent"; every other fault throws. A version that does not hold throws
/// <see cref="RecordConflictException"/>; a write whose outcome is not known throws <see cref="RecordOutcomeUnknownException"/>.
/// </summary>
public interface IRecordStore
{
    Task<StoredRecord?> Read(RecordKey key, CancellationToken cancellation = default);

    /// <summary>
    /// Writes if the record's version is still <paramref name="expected"/> (<c>null</c>: if it is absent). Returns the new version; durable when it returns.
    /// The content must not change until then. A cancellation is heeded until the write is on its way, not after.
    /// </summary>
    Task<string> Write(RecordKey key, ReadOnlyMemory<byte> content, string? expected, CancellationToken cancellation = default);

    /// <summary>Deletes if the version is still <paramref name="expected"/>.</summary>
    Task Delete(RecordKey key, string expected, CancellationToken cancellation = default);

    /// <summary>All records of a state whose key starts with the prefix, in ordinal order of their encoded keys.</summary>
    IAsyncEnumerable<ListedRecord> List(string state, string prefix, CancellationToken cancellation = default);

    /// <summary>As <see cref="List"/>, with contents; streams, holding only a bounded number of records at a time.</summary>
    IAsyncEnumerable<StoredRecord> ReadAll(string state, string prefix, CancellationToken cancellation = default);

    /// <summary>The names of the states that hold any record.</summary>
    IAsyncEnumerable<string> States(CancellationToken cancellation = default);

    /// <summary>After an erasure: clears what the store itself may still hold of overwritten and deleted contents (Sqlite: its write-ahead log).</summary>
    Task Scrub(CancellationToken cancellation = default);
}
