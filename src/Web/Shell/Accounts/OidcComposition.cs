using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Identity;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using SosLongitudinal.Web.Pages.Accounts;

namespace SosLongitudinal.Web.Shell.Accounts;

/// <summary>
/// OpenID Connect, by code and PKCE. The provider's answer comes by redirection, so that its cookies need not be sent from other sites, and leads to a page that
/// looks for the account.
/// </summary>
internal static class OidcComposition
{
    public const string Scheme = "organisation";

    public static void AddOidc(this AuthenticationBuilder authentication, OidcOptions? oidc)
    {
        if (oidc is null) return;
        authentication.AddOpenIdConnect(Scheme, oidc.Name, options =>
        {
            (options.Authority, options.ClientId, options.ClientSecret) = (oidc.Authority, oidc.ClientId, oidc.Secret);
            options.RequireHttpsMetadata = !LoopbackOnly.IsTrueOf(oidc.Authority);
            options.SignInScheme = IdentityConstants.ExternalScheme;
            options.ResponseType = OpenIdConnectResponseType.Code;
            options.ResponseMode = OpenIdConnectResponseMode.Query;
            options.MapInboundClaims = false;
            options.DisableTelemetry = true;
            options.Scope.Add("email");
            options.CallbackPath = AccountsLinks.OrganisationAnswer;
            options.SkipUnrecognizedRequests = true; // the page at that address goes on from there
            foreach (var cookie in new[] { options.NonceCookie, options.CorrelationCookie }) (cookie.SameSite, cookie.SecurePolicy) = (SameSiteMode.Lax, CookieSecurePolicy.SameAsRequest);
            options.Events.OnRemoteFailure = Failed;
        });
    }

    /// <summary>Refused there, or an answer that does not hold: the page says so; the handler has logged why.</summary>
    private static Task Failed(RemoteFailureContext context)
    {
        context.Response.Redirect(AccountsLinks.OrganisationAnswer);
        context.HandleResponse();
        return Task.CompletedTask;
    }
}
