using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Tray;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Tray.Discard;

/// <summary>Gives a form up that nobody can be found for; the reason is recorded.</summary>
public sealed class IndexModel : TrayTask
{
    [BindProperty] public string Reason { get; set; } = "";

    public void OnGet() { }

    public async Task<IActionResult> OnPost() =>
        await Answer((await Grains.Tray(Item.Id).Discard(Item.Id, Stamp(Reason.Trim() is { Length: > 0 } why ? why : null))).At(), _ => Done("The form is discarded.", TrayLinks.List));
}
