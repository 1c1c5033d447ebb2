using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Web.Shell.Accounts;
using SosLongitudinal.Web.Shell.Components;
using SosLongitudinal.Web.Shell.Security;

namespace SosLongitudinal.Web.Pages.Accounts.Organisation;

/// <summary>Sends the browser to the organisation's own sign-in.</summary>
[EnableRateLimiting(RateLimits.SignIn)]
public sealed partial class IndexModel(OrganisationDoor door, ILogger<IndexModel> log) : StudyPage
{
    [BindProperty(SupportsGet = true)]
    public string To { get; set; } = "/";

    public async Task<IActionResult> OnGet()
    {
        if (door.Name is null) return LocalRedirect(AccountsLinks.SignIn);
        try
        {
            await HttpContext.ChallengeAsync(OidcComposition.Scheme, door.Towards(AccountsLinks.OrganisationBack(Url.IsLocalUrl(To) ? To : "/")));
            return new EmptyResult();
        }
        catch (InvalidOperationException fault) // it could not be asked how it wants to be asked
        {
            NotAnswering(log, fault);
            return await ReturnPageWithTyped(OrganisationRefusals.NotAnswering);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "The OpenID Connect provider does not describe itself.")]
    private static partial void NotAnswering(ILogger log, Exception fault);
}
