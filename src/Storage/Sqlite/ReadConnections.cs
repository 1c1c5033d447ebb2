using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace SosLongitudinal.Storage.Sqlite;

/// <summary>Reading connections, kept open between reads; reads run off the caller's thread.</summary>
internal sealed class ReadConnections(Database database, int most) : IDisposable
{
    private readonly ConcurrentBag<ReadStatements> idle = [];
    private readonly SemaphoreSlim free = new(most);
    private volatile bool closed;

    public async Task<T> Read<T>(string what, Func<ReadStatements, T> read, CancellationToken cancellation)
    {
        await free.WaitAsync(cancellation);
        try
        {
            return await Task.Run(() => Read(what, read), cancellation);
        }
        finally
        {
            free.Release();
        }
    }

    public void Dispose()
    {
        closed = true;
        while (idle.TryTake(out var statements)) statements.Dispose();
    }

    private T Read<T>(string what, Func<ReadStatements, T> read)
    {
        if (closed) throw new StoreUnavailableException("it was closed");
        database.CheckPresent();
        ReadStatements? statements = null;
        try
        {
            statements = idle.TryTake(out var open) ? open : new(database.OpenForReading());
            var answer = read(statements);
            idle.Add(statements);
            if (closed) Dispose();
            return answer;
        }
        catch (SqliteException fault)
        {
            statements?.Dispose();
            throw new StoreUnavailableException($"{what} could not be read", fault);
        }
    }
}
