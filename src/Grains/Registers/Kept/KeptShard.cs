using System.Buffers;
using Orleans.Serialization;
using SosLongitudinal.Storage;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Registers.Kept;

/// <summary>
/// A shard's families as they were folded, kept in the store, so that a start reads those and only the ledgers that changed since. Never the truth: each family is kept with the version it was folded
/// from, and a page that is missing, broken or another build's is as if it had never been.
/// </summary>
internal sealed class KeptShard(IRecordStore store, Serializer<RegisterEntry[]> serializer, RegisterOptions options, string prefix)
{
    private const int StalePercent = 2; // so many ledgers are read again sooner than pages are written

    private readonly Dictionary<string, string> versions = new(StringComparer.Ordinal);
    private readonly HashSet<FamilyId> changed = [];
    private DateTimeOffset keptAt = DateTimeOffset.MinValue;

    /// <summary>What was kept, some of it perhaps of older ledgers.</summary>
    public async IAsyncEnumerable<RegisterEntry> Read()
    {
        await foreach (var record in store.ReadAll(KeptPage.State, prefix))
        {
            versions[record.Key.Key] = record.Version;
            foreach (var entry in KeptPage.Open(record.Content.Span, serializer) ?? []) yield return entry;
        }
    }

    /// <summary>This family is not as it was kept.</summary>
    public void Note(FamilyId family) => changed.Add(family);

    /// <summary>Writes the pages that changed, where there are enough families and changes for a start to be the shorter for it.</summary>
    public async Task Keep(Shard shard, DateTimeOffset now)
    {
        if (shard.Count < options.KeepFrom || changed.Count * 100 <= shard.Count * StalePercent || now < keptAt + options.KeepEvery) return;
        keptAt = now;
        var plain = new ArrayBufferWriter<byte>(); // one for all pages of the round
        var families = shard.Ids.ToLookup(KeptPage.Of);
        foreach (var noted in changed.ToLookup(KeptPage.Of)) await Write(noted.Key, [.. noted], families[noted.Key], shard, plain);
    }

    /// <summary>Nothing of the page that this family was on is kept any more: something of the family was erased.</summary>
    public async Task Forget(FamilyId family)
    {
        var key = KeptPage.Key(KeptPage.Of(family));
        while (await store.Read(key) is { } record)
        {
            try
            {
                await store.Delete(key, record.Version);
            }
            catch (RecordConflictException)
            {
                continue; // written by whoever held this shard before; look again
            }
            break;
        }
        versions.Remove(key.Key);
    }

    private async Task Write(string page, List<FamilyId> noted, IEnumerable<FamilyId> families, Shard shard, ArrayBufferWriter<byte> plain)
    {
        changed.ExceptWith(noted); // what is noted from here on is of the next round
        var entries = families.Select(shard.EntryOf).OfType<RegisterEntry>().ToArray();
        try
        {
            versions[page] = await store.Write(KeptPage.Key(page), KeptPage.Seal(entries, serializer, plain), versions.GetValueOrDefault(page));
        }
        catch (Exception fault)
        {
            changed.UnionWith(noted);
            if (fault is not RecordConflictException) throw;
            versions.Remove(page);
            if (await store.Read(KeptPage.Key(page)) is { } others) versions[page] = others.Version;
        }
    }
}
