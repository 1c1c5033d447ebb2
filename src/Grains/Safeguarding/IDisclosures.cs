using System.Collections.Immutable;
using Orleans.Concurrency;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Safeguarding;

namespace SosLongitudinal.Grains.Safeguarding;

/// <summary>
/// What harm was disclosed in a family and who was told; keyed by the family's id, sealed, apart from all research data and in no register of research. It stays
/// when the family's data are erased.
/// </summary>
[GrainInterfaceType("sos.disclosures")]
public interface IDisclosures : IGrainWithStringKey
{
    [Alias("record")] Task<Decision<DisclosureStanding>> Record(HeardHarm heard, FamilyViewer viewer, Stamp stamp);

    /// <summary>Notes who was told. From the first one on it is read by the office only.</summary>
    [Alias("pass-on")] Task<Decision<DisclosureStanding>> PassOn(int number, PassedOnHarm told, FamilyViewer viewer, Stamp stamp);

    [Alias("follow-up")] Task<Decision<DisclosureStanding>> FollowUp(int number, HarmFollowUp done, FamilyViewer viewer, Stamp stamp);

    /// <summary>All of one disclosure; that somebody read it is recorded.</summary>
    [Alias("read")] Task<Decision<HarmDisclosure>> Read(int number, FamilyViewer viewer, Stamp stamp);

    /// <summary>Those that this person may read, without what they say. Not logged.</summary>
    [Alias("standing"), ReadOnly] Task<Decision<ImmutableArray<DisclosureStanding>>> Standing(FamilyViewer viewer, string account);

    /// <summary>Who recorded, passed on and read what, without anything that is sealed.</summary>
    [Alias("history"), ReadOnly] Task<ImmutableArray<HistoryEntry>> History();
}

/// <summary>Which disclosures nobody has passed on yet; one for the study, since there are few. Holds ids and days only.</summary>
[GrainInterfaceType("sos.disclosure-watch")]
public interface IDisclosureWatch : IGrainWithIntegerKey
{
    [Alias("put")] Task Put(OpenDisclosures open);
    [Alias("open"), ReadOnly] Task<ImmutableArray<OpenDisclosures>> Open();
}

/// <summary>The disclosures of one family that nobody has passed on.</summary>
/// <param name="Length">Of the ledger; the longer one wins.</param>
[GenerateSerializer, Immutable, Alias("sos.open-disclosures")]
public sealed record OpenDisclosures([property: Id(0)] FamilyId Family, [property: Id(1)] int Length, [property: Id(2)] ImmutableArray<DisclosureStanding> Open)
{
    public static OpenDisclosures Of(FamilyId family, int length, SafeguardingBook book) => new(family, length, [.. book.All.Where(d => d.PassedOnFirst is null).Select(d => d.Standing)]);
}

public static class DisclosureKeys
{
    public const string State = "safeguarding";

    public static IDisclosures Disclosures(this IGrainFactory grains, FamilyId family) => grains.GetGrain<IDisclosures>(family.ToString());

    public static IDisclosureWatch DisclosureWatch(this IGrainFactory grains) => grains.GetGrain<IDisclosureWatch>(0);
}
