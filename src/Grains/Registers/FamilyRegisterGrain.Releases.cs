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

    public async Task<ImmutableArray<FamilyId>> ErasedSince(DateTimeOffset instant, ImmutableArray<SiteCode>? scope)
    {
        await Ready();
        var found = ImmutableArray.CreateBuilder<FamilyId>();
        foreach (var id in shard.Ids.Where(id => shard.Find(id) is { ErasedFacts: > 0 } family && MayHaveHadRows(family, scope)).Order().ToList()) // merged ones too: they were families then
            if (await store.Read(new(State, id.ToString())) is { } record && PastStudy.IsErasedSince(Ledger<FamilyFact>.FromStored(record.Key.Key, record.Content), instant, f => f is FamilyFact.MemberErased or FamilyFact.FamilyErased))
                found.Add(id);
        return found.ToImmutable();
    }

    /// <summary>Of a family that was erased nobody knows any more at which sites it was.</summary>
    private static bool MayHaveHadRows(FamilyState family, ImmutableArray<SiteCode>? scope) => scope is not { } sites || family.ErasedOn is not null || family.Sites.Any(s => sites.Contains(s.Site));

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
