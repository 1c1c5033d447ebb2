using System.Collections.Frozen;
using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Orleans.Concurrency;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Storage;
using SosLongitudinal.Study.Contacts;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Contacts;

/// <summary>
/// The door to one shard's keyed hashes. Loads in the background from the contact ledgers when it is first asked, and holds its versions against the store
/// from time to time, so that a lost put heals.
/// </summary>
[GrainType("sos-contact-index")]
internal sealed class ContactIndexGrain(IRecordStore store, RegisterOptions options, TimeProvider clock, ContactSeals seals, ContactPrints prints, ILogger<ContactIndexGrain> log) : Grain, IContactIndex
{
    private readonly ContactIndexShard shard = new();
    private readonly HashSet<FamilyId> putSinceList = [];
    private Task loading = Task.CompletedTask;

    private string Prefix => CheckCharacter.Alphabet[(int)this.GetPrimaryKeyLong()].ToString();

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        loading = Load();
        this.RegisterGrainTimer(Reconcile, new GrainTimerCreationOptions(options.ReconcileEvery, options.ReconcileEvery) { Interleave = true });
        return Task.CompletedTask;
    }

    public Task Put(IndexedContacts contacts)
    {
        putSinceList.Add(contacts.Family);
        shard.Put(contacts);
        return Task.CompletedTask;
    }

    public async Task<ImmutableArray<PrintMatch>> Find(Immutable<FrozenSet<long>> prints)
    {
        if (!loading.IsCompletedSuccessfully && (await Task.WhenAny(loading, Task.Delay(options.LoadWithin, clock)) != loading || !loading.IsCompletedSuccessfully)) throw new RegisterLoadingException();
        return [.. shard.Find(prints.Value)];
    }

    private async Task Load()
    {
        await Task.Yield(); // activation itself must not wait
        try
        {
            var seal = seals.Seal with { Print = await prints.Print() };
            await foreach (var record in store.ReadAll(ContactKeys.State, Prefix)) shard.Put(Read(record, seal));
        }
        catch (Exception fault)
        {
            log.LogError(fault, "Contact index {Shard} could not be loaded.", Prefix);
            DeactivateOnIdle();
            throw;
        }
    }

    private async Task Reconcile()
    {
        if (!loading.IsCompletedSuccessfully) return;
        putSinceList.Clear();
        var (listed, differing) = (new HashSet<FamilyId>(), new List<RecordKey>());
        await foreach (var record in store.List(ContactKeys.State, Prefix))
        {
            var id = FamilyId.Parse(record.Key.Key);
            listed.Add(id);
            if (shard.VersionOf(id) != record.Version) differing.Add(record.Key);
        }
        var seal = seals.Seal with { Print = await prints.Print() };
        foreach (var key in differing)
            if (await store.Read(key) is { } record) shard.Put(Read(record, seal));
        foreach (var gone in shard.Ids.Where(id => !listed.Contains(id) && !putSinceList.Contains(id)).ToList()) shard.Remove(gone);
    }

    private static IndexedContacts Read(StoredRecord record, ContactSeal seal)
    {
        var ledger = Ledger<ContactFact>.FromStored(record.Key.Key, record.Content);
        return new(FamilyId.Parse(record.Key.Key), ledger.Length, record.Version, ledger.Facts.Aggregate(ContactBook.Nothing, ContactBook.Fold).PrintsBy(seal));
    }
}
