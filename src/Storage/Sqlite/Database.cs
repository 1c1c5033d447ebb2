using Microsoft.Data.Sqlite;

namespace SosLongitudinal.Storage.Sqlite;

/// <summary>The data file: how it is opened, its one table, and whether it is still there.</summary>
internal sealed class Database(string file)
{
    private const string Schema = """
        CREATE TABLE IF NOT EXISTS store (epoch INTEGER NOT NULL);
        INSERT INTO store SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM store);
        CREATE TABLE IF NOT EXISTS records (
            state TEXT NOT NULL COLLATE BINARY,
            name TEXT NOT NULL COLLATE BINARY,
            version INTEGER NOT NULL,
            content BLOB NOT NULL,
            UNIQUE (state, name));
        """;

    // page_size holds for a new file only; 8 KB pages keep a typical record on one or two of them
    private const string Every = "PRAGMA busy_timeout=10000; PRAGMA temp_store=MEMORY;";
    private const string Writing = "PRAGMA page_size=8192; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA wal_autocheckpoint=8192; PRAGMA cache_size=-65536;";

    public SqliteConnection OpenForWriting(long? maxBytes)
    {
        var connection = Open(SqliteOpenMode.ReadWriteCreate);
        Run(connection, Every + Writing);
        if (maxBytes is { } most) Run(connection, $"PRAGMA max_page_count={Math.Max(1, most / Number(connection, "PRAGMA page_size;"))};");
        Run(connection, Schema);
        return connection;
    }

    public SqliteConnection OpenForReading()
    {
        CheckPresent();
        var connection = Open(SqliteOpenMode.ReadOnly);
        Run(connection, Every + "PRAGMA cache_size=-8192;");
        return connection;
    }

    /// <summary>A file removed under an open connection would go on taking writes that nobody ever finds again.</summary>
    public void CheckPresent()
    {
        if (!File.Exists(file)) throw new StoreUnavailableException("its data file is gone", new FileNotFoundException("The data file was removed.", file));
    }

    public static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public static long Number(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    private SqliteConnection Open(SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false, DefaultTimeout = 10 }.ToString());
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
