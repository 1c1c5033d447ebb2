using System.Collections.Immutable;
using SosLongitudinal.Grains.Releases;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Releases;

namespace SosLongitudinal.Grains.Registers;

/// <summary>What was erased and withdrawn, for releases.</summary>
internal sealed partial class FamilyRegisterGrain : IReleaseRegister
{
    public Task<ImmutableArray<ErasedFacts>> Erased(DateTimeOffset instant) => projector.Past.Erased(Prefix, instant);

    public async Task<ImmutableArray<LaterWithdrawal>> Withdrawn(DateTimeOffset since)
    {
        await Ready();
        var found = ImmutableArray.CreateBuilder<LaterWithdrawal>();
        foreach (var family in shard.Families.Where(f => f.ChangedAt > since && f.Consents.Any(c => c.Extent is not null)).ToList())
        {
            if (await store.Read(new(State, family.Id.ToString())) is not { } record) continue;
            foreach (var fact in Ledger<FamilyFact>.FromStored(record.Key.Key, record.Content).Facts)
                if (fact.Head.At > since && fact.Content is FamilyFact.ConsentWithdrawn w) found.Add(new(family.Id, w.Scopes, w.Extent, w.About, w.From, fact.Head.At));
        }
        return found.ToImmutable();
    }
}
