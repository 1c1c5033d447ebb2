using System.Collections.Immutable;
using Orleans;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Families;

/// <summary>What stays of an erased family: what counts of the sample need, and the day.</summary>
[GenerateSerializer, Immutable, Alias("sos.erased-family")]
public sealed record ErasedFamily([property: Id(0)] SiteCode Site, [property: Id(1)] CohortCode Cohort, [property: Id(2)] DateOnly SampledOn, [property: Id(3)] DateOnly On)
{
    public static ErasedFamily Of(FamilyState family, DateOnly on) => new(family.Site, family.Cohort, family.SampledOn, family.ErasedOn ?? on);
}

/// <summary>
/// Decisions to erase. What they leave says only what is passed in, so that the same command sent again is recognised when the content that it was decided on
/// is gone.
/// </summary>
public static class ErasureRules
{
    public static Decision<ImmutableArray<FamilyFact>> Member(FamilyState family, MemberId member, DateOnly on, Stamp stamp, DateOnly today) =>
        !family.Exists && family.ErasedFacts == 0 ? FamilyRefusals.Unknown
        : member.Family != family.Id || (family.Member(member) is null && family.ErasedFacts == 0) ? FamilyRefusals.UnknownMember(member).At("member")
        : family.Member(member) is { ErasedOn: not null } ? Facts.None<FamilyFact>()
        : on > today ? FamilyRefusals.Future.At("on")
        : string.IsNullOrWhiteSpace(stamp.Why) ? FamilyRefusals.ReasonNeeded.At("reason")
        : Facts.Of<FamilyFact>(new FamilyFact.MemberErased(member, on));

    public static Decision<ImmutableArray<FamilyFact>> Family(FamilyState family, ErasedFamily left, Stamp stamp, DateOnly today) =>
        family.ErasedOn is not null ? Facts.None<FamilyFact>()
        : !family.Exists && family.ErasedFacts == 0 ? FamilyRefusals.Unknown
        : left.On > today ? FamilyRefusals.Future.At("on")
        : string.IsNullOrWhiteSpace(stamp.Why) ? FamilyRefusals.ReasonNeeded.At("reason")
        : Facts.Of<FamilyFact>(new FamilyFact.FamilyErased(left.Site, left.Cohort, left.SampledOn, left.On));
}
