using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Accounts;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Accounts.ResetSecondFactor;

public sealed class IndexModel(IGrainFactory grains) : AccountTask(grains)
{
    [BindProperty]
    public string Why { get; set; } = "";

    public async Task<IActionResult> OnGet() => await Find() ? Page() : NotFound();

    public async Task<IActionResult> OnPost()
    {
        if (!await Find()) return NotFound();
        return await Answer(await Grains.SecondFactor(Key).Reset(Stamp(Why.Trim())), reset => Done($"{reset.Name}'s second factor is reset.", AccountsLinks.Change(Key)));
    }
}
