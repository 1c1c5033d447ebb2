using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Study.Groups;

namespace SosLongitudinal.Web.Pages.FocusGroups.Close;

/// <summary>Closes a group that was held, or opens it again with a reason.</summary>
public sealed class IndexModel : GroupPage
{
    [BindProperty] public string Why { get; set; } = "";

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPost()
    {
        var stamp = Stamp(Why.Trim() is { Length: > 0 } why ? why : null);
        return Group.State == GroupState.Closed ? await Answer(await Door.Reopen(stamp), "The group is open again.") : await Answer(await Door.Close(stamp), "The group is closed.");
    }
}
