using Microsoft.AspNetCore.Identity;
using SosLongitudinal.Grains.Accounts;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Shell.Accounts;

/// <summary>Second factors as Identity asks for them. What turns them on and off goes through <see cref="SecondFactorDoor"/>.</summary>
internal sealed partial class AccountStore : IUserTwoFactorStore<SignInUser>, IUserAuthenticatorKeyStore<SignInUser>, IUserTwoFactorRecoveryCodeStore<SignInUser>
{
    public Task<bool> GetTwoFactorEnabledAsync(SignInUser user, CancellationToken cancellationToken) => Task.FromResult(user.Account.HasSecondFactor);

    public Task SetTwoFactorEnabledAsync(SignInUser user, bool enabled, CancellationToken cancellationToken) => Task.CompletedTask; // follows from the facts

    public Task<string?> GetAuthenticatorKeyAsync(SignInUser user, CancellationToken cancellationToken) =>
        Task.FromResult(user.AuthenticatorToBe ?? (user.Account.Authenticator is { } closed ? seals.Open(user.Key, closed) : null));

    public Task SetAuthenticatorKeyAsync(SignInUser user, string key, CancellationToken cancellationToken)
    {
        user.AuthenticatorToBe = key;
        return Task.CompletedTask;
    }

    public async Task ReplaceCodesAsync(SignInUser user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken) =>
        await grains.SecondFactor(user.Key).SetRecoveryCodes(RecoveryCodes.HashesOf(user.Key, [.. recoveryCodes]), Own(user));

    public async Task<bool> RedeemCodeAsync(SignInUser user, string code, CancellationToken cancellationToken) =>
        RecoveryCodes.HashOf(user.Key, code) is { } hash && await grains.SecondFactor(user.Key).UseRecoveryCode(hash, Own(user)) is Decision<Account>.Accepted;

    public Task<int> CountCodesAsync(SignInUser user, CancellationToken cancellationToken) => Task.FromResult(user.Account.RecoveryCodes.Length);

    private Stamp Own(SignInUser user) => new(OperationId.New(), user.Key.ToString(), clock.GetUtcNow());
}
