using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SosLongitudinal.Web.Shell.Accounts;
using SosLongitudinal.Web.Shell.Components;
using SosLongitudinal.Web.Shell.Security;

namespace SosLongitudinal.Web.Pages.Accounts.Organisation;

/// <summary>Where the browser comes back to from the organisation's sign-in: looks for the account.</summary>
[EnableRateLimiting(RateLimits.SignIn)]
public sealed class AnswerModel(OrganisationDoor door) : StudyPage
{
    [BindProperty(SupportsGet = true)]
    public string To { get; set; } = "/";

    public async Task<IActionResult> OnGet()
    {
        if (door.Name is null) return LocalRedirect(AccountsLinks.SignIn);
        var to = Url.IsLocalUrl(To) ? To : "/";
        return await Answer(await door.Enter(), entered => LocalRedirect(entered.NeedsCode ? AccountsLinks.SignInCode(to) : to));
    }
}
