using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Shell.Accounts;

/// <summary>Checks an e-mail address and a password, for pages and for tokens alike. An unknown address takes as long as a known one.</summary>
public sealed class SignInDoor(SignInManager<SignInUser> signIn, IPasswordHasher<SignInUser> hasher)
{
    private static readonly SignInUser Nobody = new(default, Account.Nothing);
    private static string? hashOfNothing;

    public async Task<Decision<SignInUser>> Check(string? email, string? password)
    {
        if (password is not { Length: > 0 and <= AccountRules.LongestPassword } || await Find(email) is not { } user)
        {
            hasher.VerifyHashedPassword(Nobody, hashOfNothing ??= hasher.HashPassword(Nobody, "nothing"), "something");
            return AccountRefusals.SignIn;
        }
        var result = await signIn.CheckPasswordSignInAsync(user, password, lockoutOnFailure: true);
        return result.Succeeded ? user : AccountRefusals.SignIn;
    }

    /// <summary>Checks, and signs the browser in.</summary>
    public async Task<Decision<SignInUser>> Enter(string? email, string? password)
    {
        var decision = await Check(email, password);
        if (decision is Decision<SignInUser>.Accepted(var user)) await signIn.SignInAsync(user, isPersistent: false);
        return decision;
    }

    public Task<ClaimsPrincipal> PrincipalOf(SignInUser user) => signIn.CreateUserPrincipalAsync(user);

    private Task<SignInUser?> Find(string? email) => signIn.UserManager.FindByNameAsync(email ?? "");
}
