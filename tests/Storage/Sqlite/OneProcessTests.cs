using SosLongitudinal.Storage;
using SosLongitudinal.Storage.Sqlite;
using SosLongitudinal.Tests.Kit;

namespace SosLongitudinal.Tests.Storage.Sqlite;

public sealed class OneProcessTests : IDisposable
{
    private readonly TempFolder folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_second_process_is_refused_with_the_first_ones_pid()
    {
        using var first = SecondProcess.On(folder.Path);
        Assert.NotNull(await first.Next(Cancel));
        var refused = Assert.Throws<StoreUnavailableException>(() => SqliteRecordStore.Open(folder.Path));
        Assert.Contains($"process {first.Id}.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_killed_process_acknowledged_is_all_there()
    {
        var acknowledged = new HashSet<string>();
        using (var first = SecondProcess.On(folder.Path))
        {
            while (acknowledged.Count < 500) acknowledged.Add((await first.Next(Cancel))!);
            first.Kill();
            while (await first.Next(Cancel) is { } key) acknowledged.Add(key);
        }
        await using var store = SqliteRecordStore.Open(folder.Path);
        var there = await store.List("family", "", Cancel).Select(r => r.Key.Key).ToHashSetAsync(cancellationToken: Cancel);
        Assert.Superset(acknowledged, there);
        Assert.All(await store.ReadAll("family", "", Cancel).ToListAsync(Cancel), r => Assert.Equal(8192, r.Content.Length));
    }

    [Fact]
    public async Task A_folder_is_free_again_once_its_store_is_closed()
    {
        await using (SqliteRecordStore.Open(folder.Path)) Assert.Throws<StoreUnavailableException>(() => SqliteRecordStore.Open(folder.Path));
        await using var again = SqliteRecordStore.Open(folder.Path);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_a_fault_and_leaves_the_folder_free()
    {
        var file = folder.File(SqliteRecordStore.FileName);
        File.WriteAllText(file, new string('x', 100_000));
        Assert.Throws<StoreUnavailableException>(() => SqliteRecordStore.Open(folder.Path));
        File.Delete(file);
        await using var store = SqliteRecordStore.Open(folder.Path);
    }
}
