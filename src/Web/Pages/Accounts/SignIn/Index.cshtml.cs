using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SosLongitudinal.Web.Shell.Accounts;
using SosLongitudinal.Web.Shell.Components;
using SosLongitudinal.Web.Shell.Security;

namespace SosLongitudinal.Web.Pages.Accounts.SignIn;

[EnableRateLimiting(RateLimits.SignIn)]
public sealed class IndexModel(SignInDoor door, AccountDoor accounts) : StudyPage
{
    [BindProperty]
    public string Email { get; set; } = "";

    [BindProperty]
    public string Password { get; set; } = "";

    /// <summary>Where to go afterwards; only addresses of this site.</summary>
    [BindProperty(SupportsGet = true)]
    public string To { get; set; } = "/";

    public async Task<IActionResult> OnGet() => await accounts.NeedsSetUp() ? LocalRedirect("/set-up") : Page();

    public async Task<IActionResult> OnPost()
    {
        var decision = await door.Enter(Email, Password);
        var to = Url.IsLocalUrl(To) ? To : "/";
        return await Answer(decision, entered => LocalRedirect(entered.NeedsCode ? AccountsLinks.SignInCode(to) : to));
    }
}
