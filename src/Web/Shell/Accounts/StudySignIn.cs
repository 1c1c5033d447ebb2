using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace SosLongitudinal.Web.Shell.Accounts;

/// <summary>Identity's sign-in, and one more way in: somebody whom a trusted provider vouches for.</summary>
internal sealed class StudySignIn(
    UserManager<SignInUser> users, IHttpContextAccessor http, IUserClaimsPrincipalFactory<SignInUser> claims, IOptions<IdentityOptions> options,
    ILogger<SignInManager<SignInUser>> log, IAuthenticationSchemeProvider schemes, IUserConfirmation<SignInUser> confirmation)
    : SignInManager<SignInUser>(users, http, claims, options, log, schemes, confirmation)
{
    /// <param name="hadSecondFactor">The provider says that it asked for more than a password; then nothing more is asked for here.</param>
    public async Task<SignInResult> Vouched(SignInUser user, bool hadSecondFactor)
    {
        if (await PreSignInCheck(user) is { } no) return no;
        if (!hadSecondFactor) return await SignInOrTwoFactorAsync(user, isPersistent: false, OidcComposition.Scheme);
        await Context.SignOutAsync(IdentityConstants.ExternalScheme);
        await SignInWithClaimsAsync(user, isPersistent: false, [SecondFactorGate.Passed]);
        return SignInResult.Success;
    }
}
