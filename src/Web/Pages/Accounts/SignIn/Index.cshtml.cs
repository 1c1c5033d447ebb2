using System.Net.Mime;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SosLongitudinal.Web.Shell.Accounts;
using SosLongitudinal.Web.Shell.Components;
using SosLongitudinal.Web.Shell.Security;

namespace SosLongitudinal.Web.Pages.Accounts.SignIn;

[EnableRateLimiting(RateLimits.SignIn)]
public sealed class IndexModel(SignInDoor door, AccountDoor accounts, PasskeyDoor passkeys, OrganisationDoor organisation) : StudyPage
{
    [BindProperty]
    public string Email { get; set; } = "";

    [BindProperty]
    public string Password { get; set; } = "";

    /// <summary>What a passkey answered, as the browser's script sends it.</summary>
    [BindProperty]
    public string Credential { get; set; } = "";

    /// <summary>The provider that people may sign in with instead, where there is one.</summary>
    public string? Organisation => organisation.Name;

    /// <summary>Where to go afterwards; only addresses of this site.</summary>
    [BindProperty(SupportsGet = true)]
    public string To { get; set; } = "/";

    public async Task<IActionResult> OnGet() => await accounts.NeedsSetUp() ? LocalRedirect("/set-up") : Page();

    public async Task<IActionResult> OnPost()
    {
        var decision = await door.Enter(Email, Password);
        return await Answer(decision, entered => LocalRedirect(entered.NeedsCode ? AccountsLinks.SignInCode(Onward) : Onward));
    }

    public async Task<IActionResult> OnPostPasskeyOptions() => Content(await passkeys.AskAny(), MediaTypeNames.Application.Json);

    public async Task<IActionResult> OnPostPasskey() => await Answer(await passkeys.Enter(Credential), _ => LocalRedirect(Onward));

    private string Onward => Url.IsLocalUrl(To) ? To : "/";
}
