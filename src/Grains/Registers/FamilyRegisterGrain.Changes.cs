using System.Collections.Immutable;
using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Registers;

/// <summary>What changed since, for those who keep a copy.</summary>
internal sealed partial class FamilyRegisterGrain : IChangeRegister
{
    public async Task<ImmutableArray<FamilyId>> ChangedBetween(DateTimeOffset from, DateTimeOffset to, ImmutableArray<SiteCode>? scope)
    {
        await Ready();
        var changed = ImmutableArray.CreateBuilder<FamilyId>();
        foreach (var family in shard.Snapshot(scope).Where(f => f.ChangedAt >= from))
            if (family.ChangedAt <= to || await RecordedBetween(family.Id, from, to)) changed.Add(family.Id);
        return changed.ToImmutable();
    }

    public async Task<ImmutableArray<FamilyChange>> ChangedSince(DateTimeOffset from, ImmutableArray<SiteCode>? scope)
    {
        await Ready();
        return [.. shard.Snapshot(null).Where(f => f.ChangedAt >= from && f.Exists && (scope is not { } sites || f.Sites.Any(s => sites.Contains(s.Site)))).Select(f => new FamilyChange(f.Id, Of(f, scope)))];
    }

    private static FamilyChangeKind Of(FamilyState family, ImmutableArray<SiteCode>? scope) =>
        family.ErasedOn is not null || (scope is { } sites && !sites.Contains(family.Site)) ? FamilyChangeKind.Gone
        : family.Consents.Any(c => c.Extent is not (null or WithdrawalExtent.NoFurtherContact)) ? FamilyChangeKind.Withdrawn
        : FamilyChangeKind.Changed;

    /// <summary>Whether it changed in between is in the ledger where it changed again later.</summary>
    private async Task<bool> RecordedBetween(FamilyId family, DateTimeOffset from, DateTimeOffset to) =>
        await store.Read(new(State, family.ToString())) is { } record
        && Ledger<FamilyFact>.FromStored(record.Key.Key, record.Content).Facts.Any(f => f.Head.At >= from && f.Head.At <= to);
}
