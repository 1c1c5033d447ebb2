using System.Collections.Frozen;
using System.Collections.Immutable;
using Orleans.Concurrency;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Registers;

/// <summary>From the authorities' own serials to the families behind them.</summary>
[GrainInterfaceType("sos.family-serials")]
public interface IFamilySerials : IGrainWithIntegerKey
{
    /// <summary>Every family of this shard that carries one of the serials; two sites may have given the same one. Waits while the shard loads.</summary>
    [Alias("find"), ReadOnly] Task<ImmutableArray<SerialFamily>> Find(Immutable<FrozenSet<string>> serials, ImmutableArray<SiteCode>? scope);
}

/// <summary>A family and the serial that its authority knows it by.</summary>
[GenerateSerializer, Immutable, Alias("sos.serial-family")]
public sealed record SerialFamily([property: Id(0)] string Serial, [property: Id(1)] SiteCode Site, [property: Id(2)] FamilyId Family)
{
    /// <summary>The site that put it on its list; the family may have moved since.</summary>
    [Id(3)] public SiteCode EnrolledAt { get; init; }
}

internal sealed partial class FamilyRegisterGrain : IFamilySerials
{
    async Task<ImmutableArray<SerialFamily>> IFamilySerials.Find(Immutable<FrozenSet<string>> serials, ImmutableArray<SiteCode>? scope)
    {
        await Ready();
        return [.. shard.Families.Where(f => scope is not { } sites || sites.Contains(f.Site)).SelectMany(f => Of(f, serials.Value))];
    }

    /// <summary>By its own serial, and by those of families that were merged into it.</summary>
    private static IEnumerable<SerialFamily> Of(FamilyState family, FrozenSet<string> serials)
    {
        if (serials.Contains(family.Serial)) yield return new(family.Serial, family.Site, family.Id) { EnrolledAt = family.SiteAtEnrolment };
        foreach (var link in family.Links)
            if (link.Kind == FamilyLinkKind.MergedFrom && serials.Contains(link.Serial)) yield return new(link.Serial, family.Site, family.Id) { EnrolledAt = link.Site };
    }
}

public sealed partial class FamilyRegisters
{
    /// <summary>The families behind these serials, for a person who may see these sites (<c>null</c>: all).</summary>
    public async Task<ILookup<string, SerialFamily>> BySerial(IEnumerable<string> serials, ImmutableArray<SiteCode>? scope)
    {
        var asked = serials.ToFrozenSet(StringComparer.Ordinal);
        if (asked.Count == 0) return Enumerable.Empty<SerialFamily>().ToLookup(f => f.Serial);
        var found = await Task.WhenAll(Enumerable.Range(0, FamilyId.Shards).Select(number => grains.GetGrain<IFamilySerials>(number).Find(new(asked), scope)));
        return found.SelectMany(f => f).ToLookup(f => f.Serial);
    }
}
