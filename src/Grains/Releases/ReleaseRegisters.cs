using System.Collections.Immutable;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Releases;

namespace SosLongitudinal.Grains.Releases;

/// <summary>What all shards tell of releases.</summary>
public sealed class ReleaseRegisters(IGrainFactory grains)
{
    public Task<ImmutableArray<ErasedFacts>> Erased(DateTimeOffset instant) => Ask(shard => shard.Erased(instant));

    public Task<ImmutableArray<LaterWithdrawal>> Withdrawn(DateTimeOffset since) => Ask(shard => shard.Withdrawn(since));

    private async Task<ImmutableArray<T>> Ask<T>(Func<IReleaseRegister, Task<ImmutableArray<T>>> question) =>
        [.. (await Task.WhenAll(Enumerable.Range(0, FamilyId.Shards).Select(number => question(grains.GetGrain<IReleaseRegister>(number))))).SelectMany(answers => answers)];
}
