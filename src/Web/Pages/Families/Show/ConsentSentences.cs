using SosLongitudinal.Study.Families;
using SosLongitudinal.Web.Shell.Words;

namespace SosLongitudinal.Web.Pages.Families.Show;

/// <summary>What was said and checked around consent, and erasure, one sentence a fact.</summary>
internal static class ConsentSentences
{
    public static string? Of(FamilyFact fact, FamilyState family) => fact switch
    {
        FamilyFact.AssentRecorded f => $"{Name(family, f.Child)} {(f.Given ? "agreed" : "did not agree")} to be asked ({f.On.Words()})",
        FamilyFact.ResponsibilityChecked f => $"Parental responsibility for {Name(family, f.Child)} checked on {f.On.Words()}: {f.Holder.Words().ToLowerInvariant()} (source: {f.Source})",
        FamilyFact.MemberErased f => $"All that was held about {f.Member.Short()} was erased on {f.On.Words()}",
        FamilyFact.FamilyErased f => $"All that was held was erased on {f.On.Words()}",
        _ => null,
    };

    private static string Name(FamilyState family, Study.Kernel.MemberId id) => family.Member(id)?.Words() ?? id.Short();
}
