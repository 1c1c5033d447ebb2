using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Consent;
using SosLongitudinal.Web.Shell.Components;
using SosLongitudinal.Web.Shell.Words;

namespace SosLongitudinal.Web.Pages.Families.CheckResponsibility;

/// <summary>Records who was found to hold parental responsibility for a child.</summary>
public sealed class IndexModel : MemberTask
{
    [BindProperty] public ResponsibilityHolder? Holder { get; set; }

    [BindProperty] public TypedDate On { get; set; } = new();

    [BindProperty] public string Source { get; set; } = "";

    public IEnumerable<Choice> Holders => Choices.Of<ResponsibilityHolder>(h => h.Words());

    public void OnGet() => On = TypedDate.Of(Today);

    public async Task<IActionResult> OnPost()
    {
        var typed = new TypedFields();
        var holder = typed.Chosen(Holder, "Holder", "Choose who holds parental responsibility.");
        var on = typed.Read(On.Read("On", "day of the check"));
        return await When(typed, async () =>
            await Answer((await Grains.Consent(Family.Id).CheckResponsibility(new(Member.Id, holder, on, Source.Trim()), Stamp())).At(("child", "Holder")), "Who holds parental responsibility is recorded."));
    }
}
