using System.Collections.Immutable;
using Orleans;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Families;

/// <summary>One person under two ids.</summary>
[GenerateSerializer, Immutable, Alias("sos.member-link")]
public sealed record MemberLink([property: Id(0)] MemberId From, [property: Id(1)] MemberId To);

public enum FamilyLinkKind { MergedFrom = 0, MergedInto = 1, SplitFrom = 2, SplitInto = 3 }

/// <summary>What one family has to do with another.</summary>
[GenerateSerializer, Immutable, Alias("sos.family-link")]
public sealed record FamilyLink([property: Id(0)] FamilyLinkKind Kind, [property: Id(1)] FamilyId Family, [property: Id(2)] ImmutableArray<MemberLink> Members, [property: Id(3)] DateOnly On)
{
    /// <summary>Of a family merged into this one: the serial on its authority's list, and the site whose list that was.</summary>
    [Id(4)] public string Serial { get; init; } = "";
    [Id(5)] public SiteCode Site { get; init; }
}

/// <summary>The fold of what happens between families.</summary>
internal static class LinkFold
{
    public static FamilyState Next(FamilyState family, Recorded<FamilyFact> fact) => fact.Content switch
    {
        FamilyFact.CaseEventStruck f => family with { CaseEvents = family.CaseEvents.Remove(new(f.Event, f.On, f.Child, f.Source)) },
        FamilyFact.MergedFrom f => With(family, new(FamilyLinkKind.MergedFrom, f.Family, f.Members, f.On) { Serial = f.Serial, Site = f.Site }),
        FamilyFact.MergedInto f => With(family, new(FamilyLinkKind.MergedInto, f.Family, f.Members, f.On)) with { MergedInto = f.Family },
        FamilyFact.SplitFrom f => With(family, new(FamilyLinkKind.SplitFrom, f.Family, f.Members, f.On)),
        FamilyFact.SplitInto f => With(family, new(FamilyLinkKind.SplitInto, f.Family, f.Members, f.On)),
        _ => family,
    };

    private static FamilyState With(FamilyState family, FamilyLink link) => family with { Links = family.Links.Add(link) };
}
