using System.Collections.Immutable;
using SosLongitudinal.Storage;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Safeguarding;

namespace SosLongitudinal.Grains.Safeguarding;

/// <summary>Told of each commit, and reads the ledgers for itself every minute that it is asked, so that nothing stays unseen because it was not told.</summary>
[GrainType("sos-disclosure-watch")]
internal sealed class DisclosureWatchGrain(IRecordStore store, TimeProvider clock) : Grain, IDisclosureWatch
{
    private static readonly TimeSpan Trusted = TimeSpan.FromMinutes(1);
    private readonly Dictionary<FamilyId, OpenDisclosures> families = [];
    private DateTimeOffset loadedAt = DateTimeOffset.MinValue;

    public Task Put(OpenDisclosures open)
    {
        if (!families.TryGetValue(open.Family, out var known) || known.Length <= open.Length) families[open.Family] = open;
        return Task.CompletedTask;
    }

    public async Task<ImmutableArray<OpenDisclosures>> Open()
    {
        if (clock.GetUtcNow() - loadedAt > Trusted) await Load();
        return [.. families.Values.Where(f => !f.Open.IsEmpty).OrderBy(f => f.Open.Min(d => d.On)).ThenBy(f => f.Family)];
    }

    private async Task Load()
    {
        var now = clock.GetUtcNow();
        await foreach (var record in store.ReadAll(DisclosureKeys.State, ""))
        {
            var ledger = Ledger<SafeguardingFact>.FromStored(record.Key.Key, record.Content);
            await Put(OpenDisclosures.Of(FamilyId.Parse(record.Key.Key), ledger.Length, ledger.Facts.Aggregate(SafeguardingBook.Nothing, SafeguardingBook.Fold)));
        }
        loadedAt = now;
    }
}
