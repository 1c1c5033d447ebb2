using System.Collections.Immutable;
using Orleans.Concurrency;

namespace SosLongitudinal.Grains.Registers;

/// <summary>
/// One of 32 shards of the read side: the folded families whose id begins with the shard's character. Owns nothing; the store is the truth and a lost put
/// heals at the next reconcile.
/// </summary>
[GrainInterfaceType("sos.family-register")]
public interface IFamilyRegister : IGrainWithIntegerKey
{
    /// <summary>Takes a family's new state; an older one is ignored. Interleaves, so that a commit never waits behind a question or the first load.</summary>
    [Alias("put"), AlwaysInterleave] Task Put(RegisterEntry entry);

    /// <summary>Something of the family was erased: takes its new state, and nothing of before is kept when it returns.</summary>
    [Alias("erased"), AlwaysInterleave] Task Erased(RegisterEntry entry);

    [Alias("find"), ReadOnly] Task<FamilyPage> Find(FamilyQuestion question);

    /// <summary>Where the families of one page stand, without their rows; <see cref="Rows"/> gives those that are shown.</summary>
    [Alias("places"), ReadOnly] Task<FamilyPlaces> Places(FamilyQuestion question);
    [Alias("rows"), ReadOnly] Task<ImmutableArray<FamilyRow>> Rows(ImmutableArray<FamilyCursor> cursors);

    [Alias("due-counts"), ReadOnly] Task<ImmutableArray<DueCount>> DueCounts(ImmutableArray<Study.Kernel.SiteCode>? scope);
    [Alias("stage-counts"), ReadOnly] Task<ImmutableArray<StageCount>> StageCounts(ImmutableArray<Study.Kernel.SiteCode>? scope);
    [Alias("caseloads"), ReadOnly] Task<ImmutableArray<Caseload>> Caseloads(ImmutableArray<Study.Kernel.SiteCode>? scope);

    /// <summary>Arrow IPC messages over a snapshot taken at the start; ask with batch size 1.</summary>
    [Alias("extract")] IAsyncEnumerable<Immutable<byte[]>> Extract(ShardExtract extract, CancellationToken cancellation = default);

    /// <summary>Never waits for the load.</summary>
    [Alias("status"), AlwaysInterleave] Task<RegisterStatus> Status();

    /// <summary>Holds keys and versions against the store and reads again what differs.</summary>
    [Alias("reconcile"), AlwaysInterleave] Task Reconcile();
}
