using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using SosLongitudinal.Web.Shell.Errors;

namespace SosLongitudinal.Web.Shell.Accounts;

/// <summary>
/// What someone meets who is not signed in: the first visitor of an empty study is walked through setting it up, a post keeps what was typed, everything else
/// goes to the sign-in page and back.
/// </summary>
internal static class SignInChallenge
{
    public static async Task Answer(RedirectContext<CookieAuthenticationOptions> context)
    {
        var http = context.HttpContext;
        if (http.Request.Path.StartsWithSegments("/api"))
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            http.Response.Headers.WWWAuthenticate = "Bearer";
            return;
        }
        if (await http.RequestServices.GetRequiredService<AccountDoor>().NeedsSetUp())
        {
            http.Response.Redirect("/set-up");
            return;
        }
        if (await KeptValues.From(http) is { } kept)
        {
            await Views.Show(http, StatusCodes.Status401Unauthorized, "/Shell/Errors/SignInToSave.cshtml", kept);
            return;
        }
        http.Response.Redirect(context.RedirectUri);
    }
}
