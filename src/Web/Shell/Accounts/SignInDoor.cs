using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Shell.Accounts;

/// <summary>
/// Checks an e-mail address, a password and, where the account has a second factor, a code; for pages and for tokens alike. An unknown address takes as long as
/// a known one; wrong codes count as wrong passwords do.
/// </summary>
public sealed class SignInDoor(SignInManager<SignInUser> signIn, IPasswordHasher<SignInUser> hasher)
{
    private static readonly SignInUser Nobody = new(default, Account.Nothing);
    private static string? hashOfNothing;

    /// <summary>The password alone; it does not sign in, and where there is a second factor it is not enough to.</summary>
    public async Task<Decision<SignInUser>> Check(string? email, string? password) => (await Verify(email, password, signIn.CheckPasswordSignInAsync)).Select(v => v.User);

    /// <summary>The password, and a code where the account asks for one.</summary>
    public async Task<Decision<SignInUser>> CheckAll(string? email, string? password, string? code)
    {
        var checkedPassword = await Check(email, password);
        if (checkedPassword is not Decision<SignInUser>.Accepted(var user) || !user.Account.HasSecondFactor) return checkedPassword;
        return string.IsNullOrWhiteSpace(code) ? SecondFactorRefusals.CodeMissing : await CheckCode(user, code) is { } no ? no : user;
    }

    /// <summary>Checks the password and signs the browser in, or as far as the second step.</summary>
    public async Task<Decision<Entered>> Enter(string? email, string? password) =>
        (await Verify(email, password, (user, text, locks) => signIn.PasswordSignInAsync(user, text, isPersistent: false, locks))).Select(v => new Entered(v.User, v.Result.RequiresTwoFactor));

    /// <summary>The second step in the browser: the six digits, or a recovery code.</summary>
    public async Task<Decision<SignInUser>> EnterCode(string? code)
    {
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is not { } user) return SecondFactorRefusals.TooLate;
        if (string.IsNullOrWhiteSpace(code)) return SecondFactorRefusals.Code;
        if (await signIn.UserManager.IsLockedOutAsync(user)) return SecondFactorRefusals.Locked;
        if (Digits(code) is { } digits) return Answer(await signIn.TwoFactorAuthenticatorSignInAsync(digits, isPersistent: false, rememberClient: false), user);
        var recovered = await signIn.TwoFactorRecoveryCodeSignInAsync(code);
        if (!recovered.Succeeded) await signIn.UserManager.AccessFailedAsync(user);
        return Answer(recovered, user);
    }

    /// <summary>Whether the first step is done and the second is not.</summary>
    public async Task<bool> IsHalfWay() => await signIn.GetTwoFactorAuthenticationUserAsync() is not null;

    /// <summary>Whoever is signed in proves once more that it is them: by a code, a recovery code or the password.</summary>
    public async Task<bool> Proves(AccountKey account, string? proof)
    {
        if (string.IsNullOrWhiteSpace(proof) || await Find(account.ToString()) is not { } user || await signIn.UserManager.IsLockedOutAsync(user)) return false;
        return Digits(proof) is not null || RecoveryCodes.HashOf(account, proof) is { } hash && user.Account.RecoveryCodes.Contains(hash)
            ? await CheckCode(user, proof) is null
            : await Check(account.ToString(), proof) is Decision<SignInUser>.Accepted;
    }

    /// <summary>Renews this browser's sign-in after something that ends all others.</summary>
    public async Task Renew(AccountKey account)
    {
        if (await Find(account.ToString()) is { } user) await signIn.RefreshSignInAsync(user);
    }

    public Task<ClaimsPrincipal> PrincipalOf(SignInUser user) => signIn.CreateUserPrincipalAsync(user);

    private async Task<Decision<(SignInUser User, SignInResult Result)>> Verify(string? email, string? password, Func<SignInUser, string, bool, Task<SignInResult>> check)
    {
        if (password is not { Length: > 0 and <= AccountRules.LongestPassword } || await Find(email) is not { } user)
        {
            hasher.VerifyHashedPassword(Nobody, hashOfNothing ??= hasher.HashPassword(Nobody, "nothing"), "something");
            return AccountRefusals.SignIn;
        }
        var result = await check(user, password, true);
        return result.Succeeded || result.RequiresTwoFactor ? (user, result) : AccountRefusals.SignIn;
    }

    private async Task<Refusal?> CheckCode(SignInUser user, string code)
    {
        var users = signIn.UserManager;
        var isRight = Digits(code) is { } digits
            ? await users.VerifyTwoFactorTokenAsync(user, OnceOnlyCodes.Name, digits)
            : (await users.RedeemTwoFactorRecoveryCodeAsync(user, code)).Succeeded;
        await (isRight ? users.ResetAccessFailedCountAsync(user) : users.AccessFailedAsync(user));
        return isRight ? null : SecondFactorRefusals.Code;
    }

    private static Decision<SignInUser> Answer(SignInResult result, SignInUser user) =>
        result.Succeeded ? user : result.IsLockedOut ? SecondFactorRefusals.Locked : SecondFactorRefusals.Code;

    /// <summary>Six digits however they are spaced; <c>null</c> for anything else.</summary>
    private static string? Digits(string code) => new string([.. code.Where(c => !char.IsWhiteSpace(c))]) is { Length: 6 } digits && digits.All(char.IsAsciiDigit) ? digits : null;

    private Task<SignInUser?> Find(string? email) => signIn.UserManager.FindByNameAsync(email ?? "");
}

/// <summary>A right password; <see cref="NeedsCode"/>: the browser is signed in only after the second step.</summary>
public sealed record Entered(SignInUser User, bool NeedsCode);
