using Microsoft.Data.Sqlite;
using SosLongitudinal.Storage;
using SosLongitudinal.Storage.Sqlite;
using SosLongitudinal.Tests.Kit;

namespace SosLongitudinal.Tests.Storage.Sqlite;

public sealed class GroupCommitTests : IDisposable
{
    private readonly TempFolder folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("ABORT")]
    [InlineData("FAIL")]
    [InlineData("ROLLBACK")]
    public async Task One_bad_write_in_a_group_fails_alone(string how)
    {
        await using var store = SqliteRecordStore.Open(folder.Path);
        using var beside = Beside();
        Run(beside, $"CREATE TRIGGER bad BEFORE INSERT ON records WHEN NEW.name = 'bad.json' BEGIN SELECT RAISE({how}, 'not this one'); END;");
        var before = await store.Write(new("family", "old"), Bytes.Of("old"), null, Cancel);

        var (good, bad, stale) = await InOneGroup(beside, () => (
            Task.WhenAll(Enumerable.Range(0, 20).Select(i => store.Write(new("family", $"{i}"), Bytes.Of($"{i}"), null, Cancel))),
            store.Write(new("family", "bad"), Bytes.Of("bad"), null, Cancel),
            store.Write(new("family", "old"), Bytes.Of("late"), $"{long.Parse(before) + 1}", Cancel)));

        Assert.Equal(20, (await good).Distinct().Count());
        await Assert.ThrowsAsync<StoreUnavailableException>(() => bad);
        await Assert.ThrowsAsync<RecordConflictException>(() => stale);
        Assert.Null(await store.Read(new("family", "bad"), Cancel));
        Assert.Equal("old", (await store.Read(new("family", "old"), Cancel))!.Content.Text());
        for (var i = 0; i < 20; i++) Assert.Equal($"{i}", (await store.Read(new("family", $"{i}"), Cancel))!.Content.Text());
    }

    [Fact]
    public async Task On_a_full_disk_only_the_write_that_finds_no_room_fails()
    {
        await using var store = SqliteRecordStore.Open(folder.Path, new() { MaxBytes = 1 << 20 });
        using var beside = Beside();
        var (small, large) = await InOneGroup(beside, () => (
            Task.WhenAll(Enumerable.Range(0, 20).Select(i => store.Write(new("family", $"{i}"), new byte[2000], null, Cancel))),
            store.Write(new("family", "large"), new byte[5 << 20], null, Cancel)));

        Assert.Equal(20, (await small).Length);
        var full = await Assert.ThrowsAsync<StoreUnavailableException>(() => large);
        Assert.Equal(13, Assert.IsType<SqliteException>(full.InnerException).SqliteErrorCode);
        Assert.Equal(20, await store.List("family", "", Cancel).CountAsync(Cancel));
    }

    [Fact]
    public async Task A_full_store_still_reads_deletes_and_writes_again_once_there_is_room()
    {
        await using var store = SqliteRecordStore.Open(folder.Path, new() { MaxBytes = 1 << 20 });
        var versions = new List<string>();
        await Assert.ThrowsAsync<StoreUnavailableException>(async () =>
        {
            while (true) versions.Add(await store.Write(new("family", $"{versions.Count}"), new byte[50_000], null, Cancel));
        });
        Assert.Equal(50_000, (await store.Read(new("family", "0"), Cancel))!.Content.Length);
        for (var i = 0; i < 3; i++) await store.Delete(new("family", $"{i}"), versions[i], Cancel);
        await store.Write(new("family", "fits"), new byte[50_000], null, Cancel);
        Assert.Equal(versions.Count - 2, await store.List("family", "", Cancel).CountAsync(Cancel));
    }

    [Fact]
    public async Task Writes_still_waiting_when_the_store_closes_are_committed()
    {
        Task<string>[] writes;
        await using (var store = SqliteRecordStore.Open(folder.Path))
            writes = [.. Enumerable.Range(0, 300).Select(i => store.Write(new("family", $"{i}"), Bytes.Of("kept"), null, Cancel))];
        await Task.WhenAll(writes);
        await using var again = SqliteRecordStore.Open(folder.Path);
        Assert.Equal(300, await again.List("family", "", Cancel).CountAsync(Cancel));
    }

    [Fact]
    public async Task A_closed_store_is_a_fault()
    {
        var store = SqliteRecordStore.Open(folder.Path);
        await store.DisposeAsync();
        await Assert.ThrowsAsync<StoreUnavailableException>(() => store.Read(new("family", "A"), Cancel));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => store.Write(new("family", "A"), default, null, Cancel));
    }

    [Fact]
    public async Task No_version_comes_twice_not_even_after_a_restart()
    {
        var given = new HashSet<string>();
        for (var run = 0; run < 3; run++)
        {
            await using var store = SqliteRecordStore.Open(folder.Path);
            for (var i = 0; i < 3; i++)
            {
                var version = await store.Write(new("family", "A"), default, null, Cancel);
                Assert.True(given.Add(version));
                await store.Delete(new("family", "A"), version, Cancel);
            }
        }
    }

    private SqliteConnection Beside()
    {
        var connection = new SqliteConnection($"Data Source={folder.File(SqliteRecordStore.FileName)};Pooling=False");
        connection.Open();
        return connection;
    }

    // while another connection holds the write lock the writer waits at its first write, and all others gather behind it
    private static async Task<T> InOneGroup<T>(SqliteConnection beside, Func<T> start)
    {
        Run(beside, "BEGIN IMMEDIATE;");
        var started = await Task.FromResult(start());
        Run(beside, "COMMIT;");
        return started;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
