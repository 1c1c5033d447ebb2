using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;
using Orleans.TestingHost;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Grains.Releases;
using SosLongitudinal.Grains.Sites;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Storage;
using SosLongitudinal.Storage.AzureBlobs;
using SosLongitudinal.Storage.Files;
using SosLongitudinal.Storage.Sqlite;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Releases;
using SosLongitudinal.Study.Workers;
using SosLongitudinal.Tests.Kit;

namespace SosLongitudinal.Tests.Grains.Releases;

/// <summary>A release made by one silo is made again, byte for byte, after fifty edits: by one silo and by three, on either store.</summary>
public sealed class RemadeTests
{
    private const int Families = 10;

    private static readonly Recipe Everything = new() { Dataset = "sdq", Shape = "wide", Formats = ["csv", "tsv", "jsonl", "parquet", "arrow", "sav", "zsav", "dta", "xlsx"] };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task On_sqlite()
    {
        using var folder = new TempFolder();
        await using var store = SqliteRecordStore.Open(folder.Path);
        await Remade(store, new FolderVault(Path.Combine(folder.Path, "files")), silosThen: 1);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task On_azure_blobs(short silosThen)
    {
        var (account, name) = (new BlobServiceClient(await Azurite.Shared), $"{Guid.NewGuid():N}");
        await Remade(await AzureBlobRecordStore.Open(account, new() { Container = $"records-{name}" }, Stop), await AzureBlobVault.Open(account, $"files-{name}", Stop), silosThen);
    }

    private static async Task Remade(IRecordStore store, IFileVault vault, short silosThen)
    {
        Release first;
        List<FamilyState> families = [];
        await using (var one = await Start(store, vault, 1))
        {
            var grains = one.Client;
            Some.Accepted(await grains.Study().Open(Some.Design, Some.Stamp()));
            Some.Accepted(await grains.Site(Some.Site).Open("Ashmere", Some.Stamp()));
            Some.Accepted(await grains.Site(Some.OtherSite).Open("Birchford", Some.Stamp()));
            for (var i = 0; i < Families; i++)
            {
                families.Add(Some.Accepted(await grains.Enrol(Some.Consented() with { Serial = $"R-{i}" }, Some.Stamp())));
                Some.Accepted(await grains.Forms(families[i].Id).Enter(Some.Sdq(families[i], i % 3), Some.Stamp()));
            }
            first = Some.Accepted(await Making(one).Make(new("Before", Everything), Some.Stamp(), Stop));
            Assert.Equal(Families, first.Contents!.Rows);
            foreach (var family in families) await FiveEdits(grains, family);
        }
        await using var then = await Start(store, vault, silosThen);
        var remade = Some.Accepted(await Making(then).Remake(first, Stop));
        Assert.Equal(first.Contents!.Files.Length, remade.Length);
        Assert.All(remade, file => Assert.True(file.Same, file.Name));
        var second = Some.Accepted(await Making(then).Make(new("Again", Everything with { AsOf = first.AsOf }), Some.Stamp(), Stop));
        Assert.Equal(Tables(first), Tables(second));
        var now = Some.Accepted(await Making(then).Make(new("Now", Everything), Some.Stamp(), Stop));
        Assert.All(Tables(first).Zip(Tables(now)), pair => Assert.NotEqual(pair.First, pair.Second));
    }

    private static async Task FiveEdits(IGrainFactory grains, FamilyState family)
    {
        var (id, child) = (family.Id, family.Members[0]);
        Some.Accepted(await grains.Case(id).Allocate(new CaseHolder.Unallocated(), new DateOnly(2024, 1, 1), "authority", null, Some.Stamp()));
        Some.Accepted(await grains.Case(id).RecordEvent(CaseEventKind.ReReferral, new DateOnly(2024, 3, 1), null, "authority", Some.Stamp()));
        Some.Accepted(await grains.Members(id).Correct(child.Id, child.Birth, Sex.Male, Some.Stamp("certificate")));
        Some.Accepted(await grains.Members(id).Move(Some.OtherSite, new DateOnly(2024, 3, 2), Some.Stamp("moved house")));
        var form = (await grains.Family(id).Read())!.Forms[0];
        Some.Accepted(await grains.FormWork(id).Edit(new(form.Place, form.Version, Answers.Of([("somatic", form.Answers["somatic"] == Answer.Of(2) ? Answer.Of(0) : Answer.Of(2))]), Study.Forms.Edits.EditReason.KeyingError), Some.Stamp("misread")));
    }

    private static IEnumerable<(string, string)> Tables(Release release) => release.Contents!.Files.Where(f => f.Format is not null).Select(f => (f.Format!, f.Sha256));

    private static ReleaseMaking Making(InProcessTestCluster cluster) => cluster.Silos[0].ServiceProvider.GetRequiredService<ReleaseMaking>();

    private static Task<InProcessTestCluster> Start(IRecordStore store, IFileVault vault, short silos) =>
        StudyCluster.Start(store, silos, new(TimeSpan.FromMinutes(1)), silo => silo.Services.AddSingleton(vault));
}
