using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;

namespace SosLongitudinal.Storage.Sqlite;

/// <summary>
/// Records in one Sqlite file of a data folder, for one process. Writes are committed in groups and durable when they return; reads and lists see what was
/// committed before they began, page by page.
/// </summary>
public sealed class SqliteRecordStore : IRecordStore, IAsyncDisposable
{
    public const string FileName = "sos.db";
    private const long BytesPerPage = 1 << 20; // thirty-two registers load at once, and each holds a page

    private readonly FolderLock folder;
    private readonly GroupCommit writes;
    private readonly ReadConnections reads;
    private readonly SqliteOptions options;

    private SqliteRecordStore(FolderLock folder, Database database, SqliteOptions options)
    {
        (this.folder, this.options) = (folder, options);
        writes = new(database, new(database.OpenForWriting(options.MaxBytes)), options);
        reads = new(database, options.Readers);
    }

    /// <summary>Opens the store of a folder, making both where they are missing. Throws <see cref="StoreUnavailableException"/> where another process has it.</summary>
    public static SqliteRecordStore Open(string folder, SqliteOptions? options = null)
    {
        Directory.CreateDirectory(folder);
        var taken = FolderLock.Take(folder);
        try
        {
            return new(taken, new(Path.Combine(folder, FileName)), options ?? new());
        }
        catch (Exception fault)
        {
            taken.Dispose();
            if (fault is SqliteException) throw new StoreUnavailableException($"{FileName} in {folder} cannot be opened", fault);
            throw;
        }
    }

    public Task<StoredRecord?> Read(RecordKey key, CancellationToken cancellation = default) =>
        reads.Read($"{key}", statements => statements.One(key), cancellation);

    public Task<string> Write(RecordKey key, ReadOnlyMemory<byte> content, string? expected, CancellationToken cancellation = default) =>
        writes.Commit(new(expected is null ? WriteVerb.Insert : WriteVerb.Update, key, content, expected is null ? 0 : SqliteVersion.Of(expected)), cancellation);

    public Task Delete(RecordKey key, string expected, CancellationToken cancellation = default) =>
        writes.Commit(new(WriteVerb.Delete, key, default, SqliteVersion.Of(expected)), cancellation);

    public async IAsyncEnumerable<ListedRecord> List(string state, string prefix, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var (after, below) = RecordName.Range(prefix);
        List<ListedRecord> page;
        do
        {
            var from = after;
            page = await reads.Read($"the list of {state}", statements => statements.Listed(state, from, below, options.PageSize), cancellation);
            foreach (var record in page) yield return record;
            if (page.Count > 0) after = RecordName.Of(page[^1].Key.Key);
        }
        while (page.Count == options.PageSize);
    }

    public async IAsyncEnumerable<StoredRecord> ReadAll(string state, string prefix, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var (after, below) = RecordName.Range(prefix);
        bool more;
        do
        {
            var from = after;
            (var page, more) = await reads.Read($"the records of {state}", statements => statements.Full(state, from, below, options.PageSize, BytesPerPage), cancellation);
            foreach (var record in page) yield return record;
            if (page.Count > 0) after = RecordName.Of(page[^1].Key.Key);
        }
        while (more);
    }

    public async IAsyncEnumerable<string> States([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        for (var state = await Next(""); state is not null; state = await Next(state)) yield return RecordName.StateOf(state);

        Task<string?> Next(string after) => reads.Read("the states", statements => statements.StateAfter(after), cancellation);
    }

    public Task Scrub(CancellationToken cancellation = default) => writes.Commit(new(WriteVerb.Scrub, default, default, 0), cancellation);

    public async ValueTask DisposeAsync()
    {
        await writes.DisposeAsync();
        reads.Dispose();
        folder.Dispose();
    }
}
