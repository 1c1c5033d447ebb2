using System.Security.Claims;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Web.Pages.Accounts;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Errors;

namespace SosLongitudinal.Web.Shell.Accounts;

/// <summary>
/// Where the study requires a second factor of roles that see contact details, whoever has such a role and none is led to set one up, and to nothing else. A
/// sign-in by password alone is never enough for an account that has one, so the mark is the account's.
/// </summary>
internal sealed class SecondFactorGate(RequestDelegate next, StudyFrames frames)
{
    public static readonly Claim Passed = new("sos.second-factor", "yes");

    /// <summary>The roles of which some task shows names, addresses or telephone numbers.</summary>
    public static readonly Roles Concerned = AccessTable.Rows.Where(row => row.ShowsContactDetails).Aggregate(Roles.None, (roles, row) => roles | row.Roles);

    public Task Invoke(HttpContext http) =>
        http.User.Identity is { IsAuthenticated: true, AuthenticationType: not TokenCheck.Scheme } && !http.User.HasClaim(Passed.Type, Passed.Value) && !IsOpen(http.GetEndpoint())
            ? Ask(http)
            : next(http);

    /// <summary>Whether an account may not sign in as it stands.</summary>
    public static bool Stops(bool required, Roles roles, bool hasSecondFactor) => required && !hasSecondFactor && (roles & Concerned) != Roles.None;

    private async Task Ask(HttpContext http)
    {
        if (Person.Of(http.User) is not { } person || !Stops((await frames.Current()).Design.RequiresSecondFactor, person.Roles, hasSecondFactor: false)) await next(http);
        else if (http.Request.Path.StartsWithSegments("/api")) await SecondFactorRefusals.First.ToProblem().ExecuteAsync(http);
        else http.Response.Redirect(AccountsLinks.Authenticator);
    }

    private static bool IsOpen(Endpoint? endpoint) =>
        endpoint?.Metadata.GetMetadata<AccessRow>() is not { } row || row.IsPublic || row.Task is "Accounts/Authenticator" or "Accounts/Passkeys" or "Accounts/SignOut" or "Accounts/Password" or "Accounts/Own";
}
