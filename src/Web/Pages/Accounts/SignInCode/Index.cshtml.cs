using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SosLongitudinal.Web.Shell.Accounts;
using SosLongitudinal.Web.Shell.Components;
using SosLongitudinal.Web.Shell.Security;

namespace SosLongitudinal.Web.Pages.Accounts.SignInCode;

/// <summary>The second step of signing in.</summary>
[EnableRateLimiting(RateLimits.SignIn)]
public sealed class IndexModel(SignInDoor door) : StudyPage
{
    [BindProperty]
    public string Code { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string To { get; set; } = "/";

    public async Task<IActionResult> OnGet() => await door.IsHalfWay() ? Page() : LocalRedirect(AccountsLinks.SignIn);

    public async Task<IActionResult> OnPost()
    {
        var entered = await door.EnterCode(Code);
        Code = "";
        return await Answer(entered, _ => LocalRedirect(Url.IsLocalUrl(To) ? To : "/"));
    }
}
