using System.Collections.Immutable;
using Orleans.Concurrency;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Registers;

/// <summary>What changed in a shard's families, for those who keep a copy.</summary>
[GrainInterfaceType("sos.change-register")]
public interface IChangeRegister : IGrainWithIntegerKey
{
    /// <summary>The families at these sites (<c>null</c>: all) of which something was recorded from one instant to another, both inside.</summary>
    [Alias("changed-between"), ReadOnly] Task<ImmutableArray<FamilyId>> ChangedBetween(DateTimeOffset from, DateTimeOffset to, ImmutableArray<SiteCode>? scope);

    /// <summary>What became of the families that somebody who may see these sites has seen, since an instant, that instant included.</summary>
    [Alias("changed-since"), ReadOnly] Task<ImmutableArray<FamilyChange>> ChangedSince(DateTimeOffset from, ImmutableArray<SiteCode>? scope);
}

/// <summary>What somebody who keeps a copy has to do about a family: put its rows in place of those held, or drop them.</summary>
public enum FamilyChangeKind
{
    Changed = 0,
    /// <summary>Something was withdrawn from use: its rows hold less than before.</summary>
    Withdrawn = 1,
    /// <summary>Erased, or moved to a site that the person may not see: it has no rows.</summary>
    Gone = 2,
}

[GenerateSerializer, Immutable, Alias("sos.family-change")]
public sealed record FamilyChange([property: Id(0)] FamilyId Family, [property: Id(1)] FamilyChangeKind Change);
