using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Families.AddMember;

/// <summary>Adds a member: a sibling who joins later, a new carer, a teacher who is to answer a form.</summary>
public sealed class IndexModel : FamilyTask
{
    [BindProperty] public MemberRow Member { get; set; } = new();

    [BindProperty] public TypedDate Joined { get; set; } = new();

    public void OnGet() => Joined = TypedDate.Of(Today);

    public async Task<IActionResult> OnPost()
    {
        var typed = new TypedFields();
        var joined = typed.Read(Joined.ReadPartial("Joined", "day, month or year of joining"));
        var member = Member.Role is null ? null : Member.Read(typed, "Member", joined);
        if (Member.Role is null) typed.Fault("Member.Role", "Choose who this is.");
        return await When(typed, async () => await Answer(
            (await Grains.Members(Family.Id).Join([member!], Stamp())).At(("birthMonth", "Member.Month")), "The member is added."));
    }
}
