using Microsoft.Extensions.DependencyInjection;
using Orleans.TestingHost;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Grains.Releases;
using SosLongitudinal.Grains.Sites;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Storage;
using SosLongitudinal.Storage.Files;
using SosLongitudinal.Storage.Sqlite;
using SosLongitudinal.Study.Releases;
using SosLongitudinal.Tests.Kit;

namespace SosLongitudinal.Tests.Grains.Releases;

/// <summary>The vault takes no more files halfway through a release.</summary>
public sealed class StoppedReleaseTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_listed_as_not_finished_with_the_reason_and_going_on_writes_what_is_missing()
    {
        using var folder = new TempFolder();
        await using var store = SqliteRecordStore.Open(folder.Path);
        var vault = new FillingVault(new FolderVault(Path.Combine(folder.Path, "files"))) { Room = 2 };
        await using var cluster = await StudyCluster.Start(store, 1, new(TimeSpan.FromMinutes(1)), silo => silo.Services.AddSingleton<IFileVault>(vault));
        Some.Accepted(await cluster.Client.Study().Open(Some.Design, Some.Stamp()));
        Some.Accepted(await cluster.Client.Site(Some.Site).Open("Ashmere", Some.Stamp()));
        Some.Accepted(await cluster.Client.Enrol(Some.Consented() with { Serial = "S-1" }, Some.Stamp()));
        var services = cluster.Silos[0].ServiceProvider;
        var (making, shelf) = (services.GetRequiredService<ReleaseMaking>(), services.GetRequiredService<ReleaseShelf>());
        var request = new ReleaseRequest("Half made", new() { Dataset = "families", Shape = "wide", Formats = ["csv", "dta", "xlsx"] });

        await Assert.ThrowsAsync<StoreUnavailableException>(() => making.Make(request, Some.Stamp(), Stop));
        Assert.Empty(await shelf.All());
        var begun = Assert.Single(await shelf.Unfinished());
        Assert.Equal("A file could not be written, or the study not read.", begun.Stop?.Why);

        vault.Room = int.MaxValue;
        var finished = Some.Accepted(await making.Resume(begun, Some.Stamp(), Stop));
        Assert.Empty(await shelf.Unfinished());
        var whole = Some.Accepted(await making.Make(request with { Recipe = request.Recipe with { AsOf = begun.AsOf } }, Some.Stamp(), Stop));
        Assert.Equal(Tables(whole), Tables(finished));
        Assert.All(Some.Accepted(await making.Remake(finished, Stop)), file => Assert.True(file.Same, file.Name));
    }

    private static IEnumerable<(string, string, long?)> Tables(Release release) => release.Contents!.Files.Where(f => f.Format is not null).Select(f => (f.Name, f.Sha256, f.Rows));

    /// <summary>A vault with room for so many files more.</summary>
    private sealed class FillingVault(IFileVault inner) : IFileVault
    {
        public int Room { get; set; }

        public Task<VaultReceipt> Put(string name, Stream content, CancellationToken cancellation = default) =>
            Room-- > 0 ? inner.Put(name, content, cancellation) : throw new StoreUnavailableException($"the file {name} could not be written", new IOException("No space left on device"));

        public Task<Stream?> Open(string name, long from = 0, long? length = null, CancellationToken cancellation = default) => inner.Open(name, from, length, cancellation);

        public Task<VaultFile?> Find(string name, CancellationToken cancellation = default) => inner.Find(name, cancellation);

        public IAsyncEnumerable<VaultFile> List(string prefix, CancellationToken cancellation = default) => inner.List(prefix, cancellation);
    }
}
