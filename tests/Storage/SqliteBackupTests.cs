using System.Text;
using SosLongitudinal.Tests.Kit;
using SosLongitudinal.Storage;
using SosLongitudinal.Storage.Sqlite;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Sites;

namespace SosLongitudinal.Tests.Storage;

public sealed class SqliteBackupTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_backup_taken_while_the_store_is_open_holds_its_records_and_finds_a_tail_that_is_cut_later()
    {
        using var folder = new TempFolder();
        var (data, copy) = (Path.Combine(folder.Path, "data"), Path.Combine(folder.Path, "copy"));
        await using var store = SqliteRecordStore.Open(data);
        var ledger = Named("Ashmere", "Ashmere and Vale");
        var version = await store.Write(new("site", "ashmere"), ledger.ToStored(), null, Cancel);

        var report = await SqliteBackup.Take(data, copy, Cancel);
        await store.Write(new("site", "ashmere"), ledger.First(1).ToStored(), version, Cancel);

        Assert.Equal((1, 2L, 0), (report.Records, report.Facts, report.Faults.Length));
        await using var anchors = File.OpenRead(Path.Combine(copy, SqliteBackup.AnchorsName));
        var fault = Assert.Single((await Verification.Run(store, await Anchors.Load(anchors, Cancel), cancellation: Cancel)).Faults);
        Assert.Equal(new RecordKey("site", "ashmere"), fault.Record);
        await using var held = SqliteRecordStore.Open(copy);
        Assert.Equal(Encoding.UTF8.GetString(ledger.ToStored().Span), Encoding.UTF8.GetString((await held.Read(new("site", "ashmere"), Cancel))!.Content.Span));
    }

    [Fact]
    public async Task A_backup_goes_into_an_empty_folder_only()
    {
        using var folder = new TempFolder();
        File.WriteAllText(Path.Combine(folder.Path, "something"), "");

        await Assert.ThrowsAsync<StoreUnavailableException>(() => SqliteBackup.Take(folder.Path, folder.Path, Cancel));
    }

    private static Ledger<SiteFact> Named(string first, string second)
    {
        var stamp = new Stamp(OperationId.New(), "admin@example.org", DateTimeOffset.UtcNow);
        return Ledger<SiteFact>.Empty("ashmere").Append([new SiteFact.Opened(first)], stamp).Append([new SiteFact.Renamed(second)], stamp.For("rename"));
    }
}
