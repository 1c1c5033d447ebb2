using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Families;

/// <summary>The fold of what is said around consent, and of erasure. An erased fact leaves the state as it was, but counts.</summary>
internal static class ConsentFold
{
    public static FamilyState Next(FamilyState family, Recorded<FamilyFact> fact) => fact.Content switch
    {
        null => family with { ErasedFacts = family.ErasedFacts + 1 },
        FamilyFact.AssentRecorded f => family with { Assents = family.Assents.Add(new(f.Child, f.Given, f.On, f.Wave, f.TakenBy, f.Mode)) },
        FamilyFact.ResponsibilityChecked f => family with { Responsibilities = family.Responsibilities.Add(new(f.Child, f.Holder, f.On, f.Source)) },
        FamilyFact.MemberErased f => Erased(family, f),
        FamilyFact.FamilyErased f => new(family.Id)
        {
            Stage = Stage.Ended, EndReason = EndReason.Withdrew, EndedOn = f.On, ErasedOn = f.On, ErasedFacts = family.ErasedFacts,
            Sites = [new(f.Site, f.SampledOn)], Cohort = f.Cohort, SampledOn = f.SampledOn, MergedInto = family.MergedInto, Links = family.Links,
        },
        _ => family,
    };

    public static ConsentRecord Record(FamilyFact.ConsentGiven f) => new(f.Scope, f.About, f.GivenBy, f.On)
    {
        Wave = f.Wave, Wording = f.Wording ?? "", Authority = f.Authority ?? default, TakenBy = f.TakenBy ?? "", Mode = f.Mode ?? default,
    };

    /// <summary>Their place in the family stays, so that no later member gets their id; all their consents end on the day.</summary>
    private static FamilyState Erased(FamilyState family, FamilyFact.MemberErased f)
    {
        var left = new Member(f.Member, RoleOf(f.Member), null, Sex.NotKnown, f.On) { Left = f.On, ErasedOn = f.On };
        return family with
        {
            Members = [.. family.Members.Where(m => m.Id != f.Member), left],
            IndexChild = family.IndexChild == f.Member ? null : family.IndexChild,
            Consents = Withdrawals.After(family.Consents, [.. Enum.GetValues<ConsentScope>()], WithdrawalExtent.FullErasure, f.On, f.Member),
        };
    }

    private static MemberRole RoleOf(MemberId member) => member.Letter switch { 'C' => MemberRole.Child, 'P' => MemberRole.Parent, _ => MemberRole.OtherAdult };
}
