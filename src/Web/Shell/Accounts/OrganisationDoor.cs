using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using SosLongitudinal.Grains.Accounts;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Shell.Accounts;

/// <summary>Lets in whom the OpenID Connect provider vouches for, where they have an account here. Nobody is made an account silently.</summary>
public sealed class OrganisationDoor(SignInManager<SignInUser> signIn, IGrainFactory grains, ServeOptions options)
{
    private const int MostNamed = 3;

    /// <summary>What people call the provider; <c>null</c>: none is set up.</summary>
    public string? Name => options.Oidc?.Name;

    /// <summary>Where to send the browser, and where it comes back to.</summary>
    public AuthenticationProperties Towards(string back) => signIn.ConfigureExternalAuthenticationProperties(OidcComposition.Scheme, back);

    public async Task<Decision<Entered>> Enter()
    {
        if (await signIn.GetExternalLoginInfoAsync() is not { Principal: var vouched }) return OrganisationRefusals.NotFinished;
        await signIn.Context.SignOutAsync(IdentityConstants.ExternalScheme);
        if (vouched.FindFirstValue("email") is not { } email || !IsTrue(vouched.FindFirstValue("email_verified"))) return OrganisationRefusals.NoEmail;
        if (await signIn.UserManager.FindByNameAsync(email) is not { } user) return OrganisationRefusals.NoAccount(email, await Administrators());
        var hadSecondFactor = vouched.FindAll("amr").Any(method => method.Value == "mfa");
        var result = await ((StudySignIn)signIn).Vouched(user, hadSecondFactor);
        return result.Succeeded || result.RequiresTwoFactor ? new Entered(user, result.RequiresTwoFactor) : SecondFactorRefusals.Locked;
    }

    /// <summary>Whom to ask: administrators by name and address.</summary>
    private async Task<string> Administrators()
    {
        var named = (await grains.Accounts().All()).Where(a => !a.IsClosed && a.Roles.HasFlag(Roles.Administrator)).Take(MostNamed).Select(a => $"{a.Name} ({a.Key})").ToList();
        return named.Count == 0 ? "a study administrator" : string.Join(" or ", named);
    }

    private static bool IsTrue(string? claim) => bool.TryParse(claim, out var value) && value;
}
