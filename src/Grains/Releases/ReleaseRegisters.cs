using System.Collections.Immutable;
using SosLongitudinal.Extracts.Datasets;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Releases;

namespace SosLongitudinal.Grains.Releases;

/// <summary>What all shards tell of releases.</summary>
public sealed class ReleaseRegisters(IGrainFactory grains, PastStudy past)
{
    /// <summary>What a table's rows come from and of which something up to an instant is erased by now. Workers and sites are never erased.</summary>
    public async Task<(ImmutableArray<ErasedFacts> Families, ImmutableArray<ErasedGroupFacts> Groups)> Erased(RowUnit unit, DateTimeOffset instant) =>
        (unit.IsOfFamilies ? await Ask(shard => shard.Erased(instant)) : [], unit.IsOfGroups ? await past.ErasedGroups(instant) : []);

    /// <summary>The ids of those of which something from before an instant was erased after it; none: the table reads as it read then.</summary>
    public async Task<ImmutableArray<string>> ErasedSince(RowUnit unit, DateTimeOffset instant, ImmutableArray<SiteCode>? scope) =>
        unit.IsOfGroups ? [.. (await past.GroupsErasedSince(instant, scope)).Order().Select(g => $"{g}")]
        : unit.IsOfFamilies ? [.. (await Ask(shard => shard.ErasedSince(instant, scope))).Order().Select(f => $"{f}")]
        : [];

    public Task<ImmutableArray<LaterWithdrawal>> Withdrawn(DateTimeOffset since) => Ask(shard => shard.Withdrawn(since));

    private async Task<ImmutableArray<T>> Ask<T>(Func<IReleaseRegister, Task<ImmutableArray<T>>> question) =>
        [.. (await Task.WhenAll(Enumerable.Range(0, FamilyId.Shards).Select(number => question(grains.GetGrain<IReleaseRegister>(number))))).SelectMany(answers => answers)];
}
