using Microsoft.AspNetCore.Identity;
using SosLongitudinal.Grains.Accounts;

namespace SosLongitudinal.Web.Shell.Accounts;

/// <summary>Identity's authenticator codes, each of which opens once: one read over a shoulder, or on the way, is worth nothing.</summary>
internal sealed class OnceOnlyCodes(IGrainFactory grains) : AuthenticatorTokenProvider<SignInUser>
{
    public const string Name = "once-only";

    public override Task<bool> CanGenerateTwoFactorTokenAsync(UserManager<SignInUser> manager, SignInUser user) => Task.FromResult(user.Account.HasSecondFactor);

    public override async Task<bool> ValidateAsync(string purpose, string token, UserManager<SignInUser> manager, SignInUser user) =>
        await base.ValidateAsync(purpose, token, manager, user) && await grains.AccountAttempts(user.Key).UseCode(token);
}
