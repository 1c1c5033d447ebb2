using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Pages.Families;

/// <summary>A page about one member of a family; one who is not there, or was erased, is not found.</summary>
public abstract class MemberTask : FamilyTask
{
    [FromRoute(Name = "member")] public string MemberText { get; set; } = "";

    public Member Member { get; private set; } = null!;

    protected override bool Fits(FamilyState family)
    {
        if (!MemberId.TryParse(MemberText, null, out var id) || family.Member(id) is not { ErasedOn: null } member) return false;
        Member = member;
        return true;
    }
}
