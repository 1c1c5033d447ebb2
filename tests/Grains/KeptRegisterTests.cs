using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Orleans.TestingHost;
using SosLongitudinal.Grains.Demo;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Storage;
using SosLongitudinal.Storage.Sqlite;
using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Demo;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Grains.Faults;
using SosLongitudinal.Tests.Kit;

namespace SosLongitudinal.Tests.Grains;

/// <summary>A start from what the registers kept is a start from the ledgers, only sooner.</summary>
public sealed class KeptRegisterTests : IAsyncLifetime
{
    private static readonly DateOnly Today = new(2026, 3, 1);
    private static readonly RegisterOptions Keeping = new(TimeSpan.FromHours(1)) { KeepFrom = 1, KeepEvery = TimeSpan.Zero };
    private readonly TempFolder folder = new();
    private SqliteRecordStore sqlite = null!;
    private FaultyStore store = null!;

    public async ValueTask InitializeAsync()
    {
        sqlite = SqliteRecordStore.Open(folder.Path);
        store = new(sqlite);
        await DemoStudy.Load(store, 100, Today, cancellation: Cancel);
    }

    [Fact]
    public async Task Every_family_is_as_its_ledger_says_though_only_the_ledger_that_changed_is_read()
    {
        string[] folded;
        FamilyState changed;
        await using (var first = await Start())
        {
            await Registers(first).Reconcile();
            Assert.NotEmpty(await Pages());
            changed = (await Families(first))[0];
        }
        await using (var other = await Start(Keeping with { KeepFrom = int.MaxValue })) // keeps nothing
        {
            Some.Accepted(await other.Client.GetGrain<IFamilyConsent>($"{changed.Id}").EraseFamily(ErasedFamily.Of(changed, Today), Some.Stamp("asked for")));
            folded = [.. (await Families(other)).Select(f => JsonSerializer.Serialize(f))];
        }

        ForbidLedgers(except: changed.Id);
        await using var again = await Start();

        Assert.Equal(folded, (await Families(again)).Select(f => JsonSerializer.Serialize(f)));
    }

    [Fact]
    public async Task A_page_that_is_broken_or_of_another_build_is_as_if_it_had_never_been()
    {
        string[] folded;
        await using (var first = await Start())
        {
            folded = [.. (await Families(first)).Select(f => JsonSerializer.Serialize(f))];
            await Registers(first).Reconcile();
        }
        var pages = await Pages();
        for (var i = 0; i < pages.Count; i++)
        {
            var bytes = pages[i].Content.ToArray();
            bytes[i % 2 == 0 ? 0 : ^1] ^= 1; // the build, or the entries
            await store.Write(pages[i].Key, bytes, pages[i].Version, Cancel);
        }

        await using (var again = await Start())
        {
            Assert.Equal(folded, (await Families(again)).Select(f => JsonSerializer.Serialize(f)));
            await Registers(again).Reconcile();
        }
        ForbidLedgers();
        await using var mended = await Start();
        Assert.Equal(folded, (await Families(mended)).Select(f => JsonSerializer.Serialize(f)));
    }

    [Fact]
    public async Task What_is_erased_is_kept_nowhere_also_where_a_page_was_just_being_written()
    {
        await using var cluster = await Start();
        var family = (await Families(cluster)).First(f => f.Serial.Length > 3);
        Assert.DoesNotContain(family.Serial, await Kept(), StringComparison.Ordinal);
        var writing = new Gate();
        store.BeforeWrite(new("register", family.Id.ToString()[..2]), writing.Pass);
        var keeping = Registers(cluster).Reconcile();
        await writing.Arrived;

        var erasing = cluster.Client.GetGrain<IFamilyConsent>($"{family.Id}").EraseFamily(ErasedFamily.Of(family, Today), Some.Stamp("asked for"));
        writing.Open();
        Some.Accepted(await erasing);
        await keeping;

        Assert.DoesNotContain(family.Serial, await Kept(), StringComparison.Ordinal);
        await Registers(cluster).Reconcile();
        Assert.DoesNotContain(family.Serial, await Kept(), StringComparison.Ordinal);
        Assert.Contains((await Families(cluster)).First(f => f.Id != family.Id).Serial, await Kept(), StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        await sqlite.DisposeAsync();
        folder.Dispose();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Task<InProcessTestCluster> Start(RegisterOptions? options = null) => StudyCluster.Start(store, silos: 1, options ?? Keeping);

    private static FamilyRegisters Registers(InProcessTestCluster cluster) => cluster.Silos[0].ServiceProvider.GetRequiredService<FamilyRegisters>();

    private static async Task<List<FamilyState>> Families(InProcessTestCluster cluster) => [.. (await Registers(cluster).Find(new() { Take = 1_000 })).Rows.Select(r => r.Family)];

    private Task<List<StoredRecord>> Pages() => store.ReadAll("register", "", Cancel).ToListAsync(Cancel).AsTask();

    private async Task<string> Kept() => string.Concat((await Pages()).Select(p => Encoding.Latin1.GetString(Plain(p.Content))));

    /// <summary>A page's entries without what stands before them: the build, the checksum and the length.</summary>
    private static byte[] Plain(ReadOnlyMemory<byte> page)
    {
        using var entries = new BrotliStream(new MemoryStream(page[(48 + 32 + 4)..].ToArray()), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        entries.CopyTo(plain);
        return plain.ToArray();
    }

    private void ForbidLedgers(FamilyId? except = null)
    {
        foreach (var shard in CheckCharacter.Alphabet) store.BeforeReadAll("family", $"{shard}", FaultyStore.Unavailable);
        foreach (var family in new DemoStudyData(100, Today).Families.Where(f => f.Id != except)) store.BeforeRead(new("family", $"{family.Id}"), FaultyStore.Unavailable);
    }
}
