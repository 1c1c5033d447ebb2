using System.Collections.Immutable;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Registers;

/// <summary>What changed, of all shards.</summary>
public sealed partial class FamilyRegisters
{
    public async Task<ImmutableArray<FamilyId>> ChangedBetween(DateTimeOffset from, DateTimeOffset to, ImmutableArray<SiteCode>? scope) =>
        [.. (await Task.WhenAll(Enumerable.Range(0, FamilyId.Shards).Select(n => grains.GetGrain<IChangeRegister>(n).ChangedBetween(from, to, scope)))).SelectMany(ids => ids)];

    /// <summary>In order of their ids.</summary>
    public async Task<ImmutableArray<FamilyChange>> ChangedSince(DateTimeOffset from, ImmutableArray<SiteCode>? scope) =>
        [.. (await Task.WhenAll(Enumerable.Range(0, FamilyId.Shards).Select(n => grains.GetGrain<IChangeRegister>(n).ChangedSince(from, scope)))).SelectMany(c => c).OrderBy(c => c.Family)];

    /// <summary>
    /// From which instant on changes may not be known yet to every shard: a put that was lost comes with the next reconcile. Who asks again from then on may be told of
    /// a change twice, never not at all.
    /// </summary>
    public DateTimeOffset SettledBy(DateTimeOffset now) => now - options.ReconcileEvery - options.ReconcileEvery;
}
