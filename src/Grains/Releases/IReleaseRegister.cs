using System.Collections.Immutable;
using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Releases;

namespace SosLongitudinal.Grains.Releases;

/// <summary>What a shard tells of releases.</summary>
[GrainInterfaceType("sos.release-register")]
public interface IReleaseRegister : IGrainWithIntegerKey
{
    /// <summary>Families of which facts up to an instant are erased by now. Reads the store.</summary>
    [Alias("erased")] Task<ImmutableArray<ErasedFacts>> Erased(DateTimeOffset instant);

    /// <summary>Families of which something that lay before an instant was erased after it, where somebody who may see these sites (<c>null</c>: all) may have had rows of them. Reads the ledgers of families that anything was erased of.</summary>
    [Alias("erased-since")] Task<ImmutableArray<FamilyId>> ErasedSince(DateTimeOffset instant, ImmutableArray<SiteCode>? scope);

    /// <summary>What families withdrew after an instant. Reads the ledgers of families that changed since and have withdrawn anything.</summary>
    [Alias("withdrawn")] Task<ImmutableArray<LaterWithdrawal>> Withdrawn(DateTimeOffset since);
}

/// <summary>A withdrawal that was recorded after a release was read.</summary>
[GenerateSerializer, Immutable, Alias("sos.later-withdrawal")]
public sealed record LaterWithdrawal(
    [property: Id(0)] FamilyId Family, [property: Id(1)] ImmutableArray<ConsentScope> Scopes, [property: Id(2)] WithdrawalExtent Extent, [property: Id(3)] MemberId? About,
    [property: Id(4)] DateOnly From, [property: Id(5)] DateTimeOffset At);
