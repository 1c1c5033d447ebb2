using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SosLongitudinal.Web.Shell.Accounts;
using SosLongitudinal.Web.Shell.Components;
using SosLongitudinal.Web.Shell.Security;

namespace SosLongitudinal.Web.Pages.Accounts.Organisation;

/// <summary>Sends the browser to the organisation's own sign-in.</summary>
[EnableRateLimiting(RateLimits.SignIn)]
public sealed class IndexModel(OrganisationDoor door) : StudyPage
{
    [BindProperty(SupportsGet = true)]
    public string To { get; set; } = "/";

    public IActionResult OnGet() => door.Name is null
        ? LocalRedirect(AccountsLinks.SignIn)
        : Challenge(door.Towards(AccountsLinks.OrganisationBack(Url.IsLocalUrl(To) ? To : "/")), OidcComposition.Scheme);
}
