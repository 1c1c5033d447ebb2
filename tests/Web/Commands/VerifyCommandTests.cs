using System.Text;
using SosLongitudinal.Storage;
using SosLongitudinal.Storage.Sqlite;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Kit;

namespace SosLongitudinal.Tests.Web.Commands;

public sealed class VerifyCommandTests
{
    private static readonly RecordKey Key = new("account", "someone@study.example");

    [Fact]
    public async Task A_sound_store_is_counted()
    {
        using var folder = new TempFolder();
        await Keep(folder, Ledger().ToStored());
        var run = await Sos.Run(folder.Path, "verify", "--data", ".");
        Assert.Equal(0, run.Exit);
        Assert.Contains("1 records, 2 facts, 0 faults", run.Out, StringComparison.Ordinal);
        Assert.Contains("--anchors", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_byte_ends_with_one_and_names_the_record_and_the_fact()
    {
        using var folder = new TempFolder();
        var changed = Encoding.UTF8.GetString(Ledger().ToStored().Span).Replace("second", "sekond", StringComparison.Ordinal);
        await Keep(folder, Encoding.UTF8.GetBytes(changed));
        var run = await Sos.Run(folder.Path, "verify", "--data", ".");
        Assert.Equal(1, run.Exit);
        Assert.Contains("account/someone@study.example: fact 2:", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_the_anchors_of_a_backup_a_cut_tail_is_found()
    {
        using var folder = new TempFolder();
        await Keep(folder, Ledger().First(1).ToStored());
        var whole = await Anchored(Ledger().ToStored());
        await using (var file = File.Create(Path.Combine(folder.Path, "anchors.json"))) await whole.Save(file, TestContext.Current.CancellationToken);
        Assert.Equal(0, (await Sos.Run(folder.Path, "verify", "--data", ".")).Exit);
        var run = await Sos.Run(folder.Path, "verify", "--data", ".", "--anchors", "anchors.json");
        Assert.Equal(1, run.Exit);
        Assert.Contains("its tail is cut", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_without_a_study_is_refused_and_stays_empty()
    {
        using var folder = new TempFolder();
        var run = await Sos.Run(folder.Path, "verify", "--data", "nowhere");
        Assert.Equal(1, run.Exit);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    private static Ledger<AccountFact> Ledger() => Ledger<AccountFact>.Empty(Key.Key).Append(
        [new AccountFact.Created("first", Roles.Analyst, SiteScope.All), new AccountFact.PasswordSet("second")], new(new("op"), "system", DateTimeOffset.UnixEpoch));

    private static async Task<Anchors> Anchored(ReadOnlyMemory<byte> content)
    {
        using var folder = new TempFolder();
        await Keep(folder, content);
        await using var store = SqliteRecordStore.Open(folder.Path);
        return (await Verification.Run(store, cancellation: TestContext.Current.CancellationToken)).Sound;
    }

    private static async Task Keep(TempFolder folder, ReadOnlyMemory<byte> content)
    {
        await using var store = SqliteRecordStore.Open(folder.Path);
        await store.Write(Key, content, expected: null, TestContext.Current.CancellationToken);
    }
}
