using System.Security.Claims;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Web.Api.Redcap;
using SosLongitudinal.Web.Pages.Accounts;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Errors;

namespace SosLongitudinal.Web.Shell.Accounts;

/// <summary>
/// Where the study requires a second factor of roles that see contact details, whoever has such a role and none is led to set one up, and to nothing else. A
/// sign-in by password alone is never enough for an account that has one, so the mark is the account's. Tokens that were made without one open nothing either.
/// </summary>
internal sealed class SecondFactorGate(RequestDelegate next, StudyFrames frames)
{
    public static readonly Claim Passed = new("sos.second-factor", "yes");

    /// <summary>The roles of which some task shows names, addresses or telephone numbers.</summary>
    public static readonly Roles Concerned = AccessTable.Rows.Where(row => row.ShowsContactDetails).Aggregate(Roles.None, (roles, row) => roles | row.Roles);

    public Task Invoke(HttpContext http) =>
        http.User.Identity is { IsAuthenticated: true } && !IsPassed(http.User) && !IsOpen(http.GetEndpoint())
            ? Ask(http)
            : next(http);

    /// <summary>Whether somebody signed in with more than a password, or by a token that was made so.</summary>
    public static bool IsPassed(ClaimsPrincipal user) => user.HasClaim(Passed.Type, Passed.Value);

    /// <summary>Whether an account may not sign in as it stands.</summary>
    public static bool Stops(bool required, Roles roles, bool hasSecondFactor) => required && !hasSecondFactor && (roles & Concerned) != Roles.None;

    private async Task Ask(HttpContext http)
    {
        if (Person.Of(http.User) is not { } person || !Stops((await frames.Current()).Design.RequiresSecondFactor, person.Roles, hasSecondFactor: false)) await next(http);
        else if (http.User.Identity?.AuthenticationType == TokenCheck.Scheme) await (RedcapErrors.IsAt(http) ? RedcapErrors.Write(http, SecondFactorRefusals.TokenBefore) : SecondFactorRefusals.TokenBefore.ToProblem().ExecuteAsync(http));
        else if (http.Request.Path.StartsWithSegments("/api")) await SecondFactorRefusals.First.ToProblem().ExecuteAsync(http);
        else http.Response.Redirect(AccountsLinks.Authenticator);
    }

    private static bool IsOpen(Endpoint? endpoint) =>
        endpoint?.Metadata.GetMetadata<AccessRow>() is not { } row || row.IsPublic || row.Task is "Accounts/Authenticator" or "Accounts/Passkeys" or "Accounts/SignOut" or "Accounts/Password" or "Accounts/Own";
}
