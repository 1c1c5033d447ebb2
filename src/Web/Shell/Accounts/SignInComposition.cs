using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Web.Api.Redcap;
using SosLongitudinal.Web.Shell.Errors;

namespace SosLongitudinal.Web.Shell.Accounts;

/// <summary>
/// Cookies for pages, bearer tokens for the API. A page's link may read from the API by its cookie; nothing under /api is ever changed by a cookie alone, so
/// that no other site can do it through someone's browser.
/// </summary>
internal static class SignInComposition
{
    private const string ByPath = "sos";

    public static void AddSignIn(this IServiceCollection services, ServeOptions options)
    {
        services.AddIdentityCore<SignInUser>(identity =>
            {
                identity.Lockout.MaxFailedAccessAttempts = 8;
                identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
                identity.Password.RequiredLength = AccountRules.ShortestPassword;
                identity.Tokens.AuthenticatorTokenProvider = OnceOnlyCodes.Name;
            })
            .AddUserStore<AccountStore>()
            .AddSignInManager<StudySignIn>()
            .AddTokenProvider<OnceOnlyCodes>(OnceOnlyCodes.Name)
            .AddClaimsPrincipalFactory<PersonClaims>();
        services.AddSingleton<ILookupNormalizer, KeyNormaliser>();
        services.AddOptions<SecurityStampValidatorOptions>().Configure<TimeProvider>((stamps, clock) => 
        {
            (stamps.ValidationInterval, stamps.TimeProvider) = (TimeSpan.FromMinutes(1), clock);
            stamps.OnRefreshingPrincipal = KeepWhatTheProviderAsked;
        });
        services.AddSingleton<TokenCheck>();
        services.AddSingleton<TokenDoor>();
        services.AddSingleton<AccountSeals>();
        services.AddScoped<SignInDoor>();
        services.AddScoped<SecondFactorDoor>();
        services.AddScoped<PasskeyDoor>();
        services.AddScoped<OrganisationDoor>();
        services.AddScoped<AccountDoor>();

        var authentication = services.AddAuthentication(ByPath);
        authentication.AddPolicyScheme(ByPath, null, scheme => scheme.ForwardDefaultSelector = SchemeOf);
        authentication.AddScheme<AuthenticationSchemeOptions, TokenAuthentication>(TokenCheck.Scheme, null);
        authentication.AddOidc(options.Oidc);
        var cookies = authentication.AddIdentityCookies();
        cookies.ExternalCookie!.Configure(cookie => cookie.Cookie.Name = "sos-organisation");
        cookies.TwoFactorUserIdCookie!.Configure(cookie => cookie.Cookie.Name = "sos-first-step");
        cookies.ApplicationCookie!.Configure(cookie =>
        {
            cookie.Cookie.Name = "sos";
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.HttpOnly = true;
            cookie.ExpireTimeSpan = TimeSpan.FromHours(4);
            cookie.LoginPath = "/sign-in";
            cookie.ReturnUrlParameter = "to";
            cookie.Events.OnRedirectToLogin = SignInChallenge.Answer;
            cookie.Events.OnRedirectToAccessDenied = context =>
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            };
        });
    }

    /// <summary>A sign-in that still holds keeps the provider's word for a second factor; the account itself may have none.</summary>
    private static Task KeepWhatTheProviderAsked(SecurityStampRefreshingPrincipalContext refreshing)
    {
        var (was, becomes) = (refreshing.CurrentPrincipal, refreshing.NewPrincipal?.Identities.FirstOrDefault());
        if (was?.HasClaim(SecondFactorGate.Passed.Type, SecondFactorGate.Passed.Value) == true && becomes?.HasClaim(SecondFactorGate.Passed.Type, SecondFactorGate.Passed.Value) == false)
            becomes.AddClaim(SecondFactorGate.Passed.Clone());
        return Task.CompletedTask;
    }

    private static string SchemeOf(HttpContext http)
    {
        if (RedcapErrors.IsAt(http)) return TokenCheck.Scheme;
        if (!http.Request.Path.StartsWithSegments("/api/v1")) return IdentityConstants.ApplicationScheme;
        var reads = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)
            || http.Request.Path.Value!.EndsWith("/evaluate", StringComparison.Ordinal); // sent as a body, kept nowhere
        return reads && http.Request.Headers.Authorization.Count == 0 ? IdentityConstants.ApplicationScheme : TokenCheck.Scheme;
    }

    private sealed class KeyNormaliser : ILookupNormalizer
    {
        public string? NormalizeName(string? name) => name?.Trim().ToLowerInvariant();

        public string? NormalizeEmail(string? email) => NormalizeName(email);
    }
}
