using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Groups;
using SosLongitudinal.Study.Groups;

namespace SosLongitudinal.Web.Pages.FocusGroups.Cancel;

public sealed class IndexModel : GroupPage
{
    [BindProperty] public string Why { get; set; } = "";

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPost() => await Answer(await Of<GroupBookings>().Cancel(Group.Id, Stamp(Why.Trim())), "The group is cancelled.");

    protected override bool Fits(FocusGroup group) => group.IsToCome;
}
