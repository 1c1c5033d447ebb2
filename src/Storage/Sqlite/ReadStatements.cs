using Microsoft.Data.Sqlite;

namespace SosLongitudinal.Storage.Sqlite;

/// <summary>One reading connection and its prepared statements.</summary>
internal sealed class ReadStatements : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly SqliteCommand one, listed, full, states;

    public ReadStatements(SqliteConnection connection)
    {
        this.connection = connection;
        one = Prepare("SELECT version, content FROM records WHERE state = $state AND name = $name", "$state", "$name");
        listed = Prepare("SELECT name, version, length(content) FROM records WHERE state = $state AND name > $after AND name < $below ORDER BY name LIMIT $most", "$state", "$after", "$below", "$most");
        full = Prepare("SELECT name, version, content FROM records WHERE state = $state AND name > $after AND name < $below ORDER BY name LIMIT $most", "$state", "$after", "$below", "$most");
        states = Prepare("SELECT min(state) FROM records WHERE state > $after", "$after");
    }

    public StoredRecord? One(RecordKey key)
    {
        using var row = Bind(one, RecordName.OfState(key.State), RecordName.Of(key.Key)).ExecuteReader();
        return row.Read() ? new(key, SqliteVersion.Text(row.GetInt64(0)), row.GetFieldValue<byte[]>(1)) : null;
    }

    public List<ListedRecord> Listed(string state, string after, string below, int most)
    {
        var page = new List<ListedRecord>();
        using var row = Bind(listed, RecordName.OfState(state), after, below, most).ExecuteReader();
        while (row.Read()) page.Add(new(new(state, RecordName.KeyOf(row.GetString(0))), SqliteVersion.Text(row.GetInt64(1)), row.GetInt64(2)));
        return page;
    }

    /// <summary>At most <paramref name="most"/> records, fewer once they fill <paramref name="bytes"/>.</summary>
    public (List<StoredRecord> Page, bool More) Full(string state, string after, string below, int most, long bytes)
    {
        var page = new List<StoredRecord>();
        using var row = Bind(full, RecordName.OfState(state), after, below, most).ExecuteReader();
        while (row.Read())
        {
            var content = row.GetFieldValue<byte[]>(2);
            page.Add(new(new(state, RecordName.KeyOf(row.GetString(0))), SqliteVersion.Text(row.GetInt64(1)), content));
            if ((bytes -= content.Length) <= 0) return (page, true);
        }
        return (page, page.Count == most);
    }

    /// <summary>The first state after this one; <c>null</c> at the end.</summary>
    public string? StateAfter(string state) => Bind(states, state).ExecuteScalar() as string;

    public void Dispose()
    {
        foreach (var command in (SqliteCommand[])[one, listed, full, states]) command.Dispose();
        connection.Dispose();
    }

    private static SqliteCommand Bind(SqliteCommand command, params ReadOnlySpan<object> values)
    {
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i];
        return command;
    }

    private SqliteCommand Prepare(string sql, params string[] parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var name in parameters) command.Parameters.Add(new SqliteParameter { ParameterName = name, Value = DBNull.Value });
        command.Prepare();
        return command;
    }
}
