using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace SosLongitudinal.Storage.Sqlite;

/// <summary>
/// The one writer: takes everything that waits, commits it in one transaction, and only then answers. Where a statement or the commit faults, the
/// transaction rolls back and each write is tried alone, so that only what must fails.
/// </summary>
internal sealed class GroupCommit : IAsyncDisposable
{
    private const int FullDisk = 13;
    private readonly Channel<PendingWrite> waiting = Channel.CreateBounded<PendingWrite>(new BoundedChannelOptions(8192) { SingleReader = true });
    private readonly Database database;
    private readonly WriteStatements statements;
    private readonly SqliteOptions options;
    private readonly Task writer;

    public GroupCommit(Database database, WriteStatements statements, SqliteOptions options)
    {
        (this.database, this.statements, this.options) = (database, statements, options);
        writer = Task.Factory.StartNew(Write, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    public async Task<string> Commit(PendingWrite write, CancellationToken cancellation)
    {
        try
        {
            await waiting.Writer.WriteAsync(write, cancellation);
        }
        catch (ChannelClosedException fault)
        {
            throw new StoreUnavailableException("it was closed", fault);
        }
        return await write.Done;
    }

    public async ValueTask DisposeAsync()
    {
        waiting.Writer.TryComplete();
        await writer;
        statements.Dispose();
    }

    // a thread of its own: the disk is waited for here and nowhere else
    private void Write()
    {
        var group = new List<PendingWrite>();
        while (MoreComes())
        {
            group.Clear();
            for (var bytes = 0L; group.Count < options.MostPerCommit && bytes < options.MostBytesPerCommit && waiting.Reader.TryRead(out var write); bytes += write.Content.Length)
                group.Add(write);
            var writes = group.Where(w => w.Verb != WriteVerb.Scrub).ToList();
            if (writes.Count > 0 && TryTogether(writes) is { } fault) Apart(writes, fault);
            foreach (var scrub in group.Where(w => w.Verb == WriteVerb.Scrub)) Scrub(scrub);
        }
    }

    /// <summary>Sleeps in the kernel until a write comes: waiting for a task would spin, on a core that the next requests need.</summary>
    private bool MoreComes()
    {
        var more = waiting.Reader.WaitToReadAsync().AsTask();
        if (!more.IsCompleted) ((IAsyncResult)more).AsyncWaitHandle.WaitOne();
        return more.GetAwaiter().GetResult();
    }

    private void Apart(List<PendingWrite> writes, Exception fault)
    {
        if (writes is [var only])
        {
            only.Fail(Told(only, fault));
            return;
        }
        foreach (var write in writes)
            if (TryTogether([write]) is { } own) write.Fail(Told(write, own));
    }

    /// <summary>Commits the writes in one transaction and answers them; else answers none and says what went wrong.</summary>
    private Exception? TryTogether(List<PendingWrite> writes)
    {
        var committing = false;
        try
        {
            database.CheckPresent();
            statements.Begin();
            foreach (var write in writes) statements.Run(write);
            committing = true;
            statements.Commit();
        }
        catch (Exception fault)
        {
            try
            {
                statements.Rollback();
            }
            catch (SqliteException worse)
            {
                fault = new AggregateException(fault, worse);
            }
            return committing ? new CommitFault(fault) : fault;
        }
        foreach (var write in writes) write.Settle();
        return null;
    }

    private void Scrub(PendingWrite scrub)
    {
        try
        {
            statements.TruncateLog();
            scrub.Settle();
        }
        catch (Exception fault)
        {
            scrub.Fail(fault as StoreUnavailableException ?? new StoreUnavailableException("its log could not be emptied", fault));
        }
    }

    // a commit that failed for want of room is certain not to lie in the log; any other failed commit may
    private static Exception Told(PendingWrite write, Exception fault) => fault switch
    {
        StoreUnavailableException => fault,
        CommitFault { InnerException: SqliteException { SqliteErrorCode: FullDisk } full } => new StoreUnavailableException("the disk is full", full),
        CommitFault => new RecordOutcomeUnknownException(write.Key, fault.InnerException!),
        SqliteException { SqliteErrorCode: FullDisk } => new StoreUnavailableException("the disk is full", fault),
        _ => new StoreUnavailableException($"{write.Key} could not be written", fault),
    };

    private sealed class CommitFault(Exception inner) : Exception(inner.Message, inner);
}
