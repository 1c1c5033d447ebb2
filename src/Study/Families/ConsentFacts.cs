using System.Text.Json.Serialization;
using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Families;

/// <summary>What is said and checked around consent, and what erasure leaves.</summary>
[JsonDerivedType(typeof(AssentRecorded), "consent.assent")]
[JsonDerivedType(typeof(ResponsibilityChecked), "consent.responsibility-checked")]
[JsonDerivedType(typeof(MemberErased), "member.erased")]
[JsonDerivedType(typeof(FamilyErased), "family.erased")]
public abstract partial record FamilyFact
{
    public sealed record AssentRecorded(MemberId Child, bool Given, DateOnly On, WaveCode? Wave, string TakenBy, ConsentMode Mode) : FamilyFact;

    public sealed record ResponsibilityChecked(MemberId Child, ResponsibilityHolder Holder, DateOnly On, string Source) : FamilyFact;

    /// <summary>The line that stays of a member: all that told of them was erased.</summary>
    public sealed record MemberErased(MemberId Member, DateOnly On) : FamilyFact;

    /// <summary>The line that stays of a family, with no more than counts of the sample need.</summary>
    public sealed record FamilyErased(SiteCode Site, CohortCode Cohort, DateOnly SampledOn, DateOnly On) : FamilyFact;
}
