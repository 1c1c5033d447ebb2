using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace SosLongitudinal.Storage.Sqlite;

/// <summary>The prepared statements of the one writing connection.</summary>
internal sealed class WriteStatements : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly SqliteVersion versions;
    private readonly SqliteCommand begin, commit, rollback, insert, update, delete;

    public WriteStatements(SqliteConnection connection)
    {
        this.connection = connection;
        versions = new(Database.Number(connection, "UPDATE store SET epoch = epoch + 1 RETURNING epoch;"));
        begin = Prepare("BEGIN IMMEDIATE");
        commit = Prepare("COMMIT");
        rollback = Prepare("ROLLBACK");
        insert = Prepare("INSERT INTO records (state, name, version, content) VALUES ($state, $name, $version, $content) ON CONFLICT DO NOTHING", "$state", "$name", "$version", "$content");
        update = Prepare("UPDATE records SET version = $version, content = $content WHERE state = $state AND name = $name AND version = $expected", "$state", "$name", "$version", "$content", "$expected");
        delete = Prepare("DELETE FROM records WHERE state = $state AND name = $name AND version = $expected", "$state", "$name", "$expected");
    }

    public void Begin() => begin.ExecuteNonQuery();

    public void Commit() => commit.ExecuteNonQuery();

    /// <summary>Sqlite ends the transaction by itself on some faults; then there is nothing to roll back.</summary>
    public void Rollback()
    {
        if (raw.sqlite3_get_autocommit(connection.Handle) == 0) rollback.ExecuteNonQuery();
    }

    public void Run(PendingWrite write)
    {
        write.Version = versions.Next();
        var command = write.Verb switch { WriteVerb.Insert => insert, WriteVerb.Update => update, _ => delete };
        var values = command.Parameters;
        values["$state"].Value = write.State;
        values["$name"].Value = write.Name;
        if (write.Verb != WriteVerb.Insert) values["$expected"].Value = write.Expected;
        if (write.Verb != WriteVerb.Delete)
        {
            values["$version"].Value = write.Version;
            values["$content"].Value = ArrayOf(write.Content);
        }
        write.Stale = command.ExecuteNonQuery() == 0;
    }

    /// <summary>Moves the log into the data file and empties it, so that nothing overwritten lies there any more.</summary>
    public void TruncateLog()
    {
        if (Database.Number(connection, "PRAGMA wal_checkpoint(TRUNCATE);") != 0) throw new StoreUnavailableException("its log could not be emptied while a reader held it");
    }

    public void Dispose()
    {
        foreach (var command in (SqliteCommand[])[begin, commit, rollback, insert, update, delete]) command.Dispose();
        connection.Dispose();
    }

    // the parameter takes an array only; a content that is one is not copied
    private static byte[] ArrayOf(ReadOnlyMemory<byte> content) =>
        MemoryMarshal.TryGetArray(content, out var part) && part.Array is { } array && array.Length == content.Length ? array : content.ToArray();

    private SqliteCommand Prepare(string sql, params string[] parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var name in parameters) command.Parameters.Add(new SqliteParameter { ParameterName = name, Value = DBNull.Value });
        command.Prepare();
        return command;
    }
}
