using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Study.Groups;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.FocusGroups.ChangePlan;

/// <summary>Changes seats, planned day, length or ages while the group is still to come.</summary>
public sealed class IndexModel : GroupPage
{
    [BindProperty] public PlanFields Typed { get; set; } = new();

    public void OnGet() => Typed = PlanFields.Of(Plan);

    public async Task<IActionResult> OnPost()
    {
        var typed = new TypedFields();
        var plan = Typed.Read(Plan, typed);
        if (typed.Refusal is { } no) return await ReturnPageWithTyped(no);
        return await Answer((await Door.ChangePlan(plan, Stamp())).At(PlanFields.Places), group => Done("The plan is changed.", FocusGroupsLinks.Show(group.Id)));
    }

    protected override bool Fits(FocusGroup group) => group.IsToCome;
}
