using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans.Serialization;
using SosLongitudinal.Grains.Registers.Kept;
using SosLongitudinal.Storage;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Registers;

/// <summary>Loading, from what was kept where it can, and keeping.</summary>
internal sealed partial class FamilyRegisterGrain
{
    private const int MostOneByOne = 50;

    private KeptShard? keptShard;
    private Task keeping = Task.CompletedTask;

    private KeptShard Kept => keptShard ??= new(store, ServiceProvider.GetRequiredService<Serializer<RegisterEntry[]>>(), options, Prefix);

    public async Task Erased(RegisterEntry entry)
    {
        await Put(entry);
        await keeping.ConfigureAwait(ConfigureAwaitOptions.ContinueOnCapturedContext | ConfigureAwaitOptions.SuppressThrowing); // what is being written may be of before; what is written from here on is not
        await Kept.Forget(entry.Family.Id);
    }

    private async Task Load()
    {
        await Task.Yield(); // activation itself must not wait
        var heap = ServiceProvider.GetRequiredService<LoadingHeap>();
        heap.Begin();
        try
        {
            var any = false;
            await foreach (var entry in Kept.Read()) any |= shard.Put(entry);
            if (any) await Heal();
            else await foreach (var record in store.ReadAll(State, Prefix)) Take(Entry(record));
        }
        catch (Exception fault)
        {
            log.LogError(fault, "Register {Shard} could not be loaded; the next reconcile reads what is missing.", Prefix);
            throw;
        }
        finally
        {
            heap.End();
        }
    }

    private async Task ReconcileOnce()
    {
        if (!loading.IsCompleted) return;
        await Heal();
        if (loading.IsFaulted) loading = Task.CompletedTask;
        await (keeping = Kept.Keep(shard, clock.GetUtcNow()));
    }

    /// <summary>Holds what is held against the store, and reads again what differs.</summary>
    private async Task Heal()
    {
        putSinceList.Clear();
        var listed = new HashSet<FamilyId>();
        var differing = new List<RecordKey>();
        await foreach (var record in store.List(State, Prefix))
        {
            var id = FamilyId.Parse(record.Key.Key);
            listed.Add(id);
            if (shard.VersionOf(id) != record.Version) differing.Add(record.Key);
        }
        await foreach (var record in differing.Count > Math.Max(MostOneByOne, listed.Count / 4) ? store.ReadAll(State, Prefix) : Each(differing))
            if (shard.VersionOf(FamilyId.Parse(record.Key.Key)) != record.Version) Take(Entry(record));
        foreach (var gone in shard.Ids.Where(id => !listed.Contains(id) && !putSinceList.Contains(id)).ToList())
        {
            shard.Remove(gone);
            Kept.Note(gone);
        }
    }

    private async IAsyncEnumerable<StoredRecord> Each(List<RecordKey> keys)
    {
        foreach (var key in keys)
            if (await store.Read(key) is { } record) yield return record;
    }

    private void Take(RegisterEntry entry)
    {
        if (shard.Put(entry)) Kept.Note(entry.Family.Id);
    }
}
