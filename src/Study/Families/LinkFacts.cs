using System.Collections.Immutable;
using System.Text.Json.Serialization;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Families;

/// <summary>What can happen between two families, and an event struck out.</summary>
[JsonDerivedType(typeof(CaseEventStruck), "case.event-struck")]
[JsonDerivedType(typeof(MergedFrom), "family.merged-from")]
[JsonDerivedType(typeof(MergedInto), "family.merged-into")]
[JsonDerivedType(typeof(SplitFrom), "family.split-from")]
[JsonDerivedType(typeof(SplitInto), "family.split-into")]
public abstract partial record FamilyFact
{
    /// <summary>Recorded in error, for the reason in the fact's head.</summary>
    public sealed record CaseEventStruck(CaseEventKind Event, PartialDate On, MemberId? Child, string Source) : FamilyFact;

    /// <summary>The other family turned out to be this one; its members are these, and its forms come here.</summary>
    public sealed record MergedFrom(FamilyId Family, SiteCode Site, string Serial, ImmutableArray<MemberLink> Members, DateOnly On) : FamilyFact;

    /// <summary>This family turned out to be the other; from here on nothing is recorded of it.</summary>
    public sealed record MergedInto(FamilyId Family, ImmutableArray<MemberLink> Members, DateOnly On) : FamilyFact;

    /// <summary>This household left the other, with these members.</summary>
    public sealed record SplitFrom(FamilyId Family, ImmutableArray<MemberLink> Members, DateOnly On) : FamilyFact;

    /// <summary>These members left and are a household of their own.</summary>
    public sealed record SplitInto(FamilyId Family, ImmutableArray<MemberLink> Members, DateOnly On) : FamilyFact;
}
