using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using SosLongitudinal.Web.Shell.Access;

namespace SosLongitudinal.Web.Shell.Accounts;

/// <summary>A signed-in account as claims. The security stamp among them makes a changed role end the sign-in within a minute.</summary>
internal sealed class PersonClaims(UserManager<SignInUser> users, IOptions<IdentityOptions> options) : UserClaimsPrincipalFactory<SignInUser>(users, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(SignInUser user)
    {
        var identity = new ClaimsIdentity(IdentityConstants.ApplicationScheme, ClaimTypes.Name, ClaimTypes.Role);
        identity.AddClaims(new Person(user.Key, user.Account.Name, user.Account.Roles, user.Account.Sites).ToClaims());
        identity.AddClaim(new(Options.ClaimsIdentity.SecurityStampClaimType, await UserManager.GetSecurityStampAsync(user)));
        if (user.Account.HasSecondFactor) identity.AddClaim(SecondFactorGate.Passed);
        return identity;
    }
}
