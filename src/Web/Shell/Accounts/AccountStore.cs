using Microsoft.AspNetCore.Identity;
using SosLongitudinal.Grains.Accounts;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Shell.Accounts;

/// <summary>Identity's view of the account grains. Wrong passwords are counted one at a time by the grain, so that tries side by side cannot hide one another.</summary>
internal sealed partial class AccountStore(IGrainFactory grains, AccountSeals seals, TimeProvider clock)
    : IUserPasswordStore<SignInUser>, IUserLockoutStore<SignInUser>, IUserSecurityStampStore<SignInUser>
{
    /// <summary>By e-mail address, or by the handle that a passkey carries.</summary>
    public async Task<SignInUser?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        await FindByNameAsync(PasskeyHandle.Is(userId) ? await WhoseHandle(userId) ?? "" : userId, cancellationToken);

    public async Task<SignInUser?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken)
    {
        if (!AccountKey.TryParse(normalizedUserName, null, out var key)) return null;
        var account = await grains.Account(key).Read();
        if (!account.IsOpen) return null;
        var attempts = await grains.AccountAttempts(key).ReadAttempts();
        return new(key, account) { LockedUntil = attempts.LockedUntil, Failed = attempts.Failed };
    }

    public async Task<IdentityResult> UpdateAsync(SignInUser user, CancellationToken cancellationToken)
    {
        if (user.PasswordHash is not { } hash || hash == user.Account.PasswordHash) return IdentityResult.Success;
        var stamp = new Stamp(OperationId.New(), user.Key.ToString(), clock.GetUtcNow(), "The stored form of the password was renewed.");
        return Result(await grains.Account(user.Key).SetPassword(hash, stamp));
    }

    public async Task<IdentityResult> CreateAsync(SignInUser user, CancellationToken cancellationToken) =>
        Result(await grains.Account(user.Key).Create(user.Account.Name, user.Account.Roles, user.Account.Sites, user.PasswordHash ?? "", System(user)));

    public async Task<IdentityResult> DeleteAsync(SignInUser user, CancellationToken cancellationToken) => Result(await grains.Account(user.Key).Close(System(user)));

    public Task<string> GetUserIdAsync(SignInUser user, CancellationToken cancellationToken) => Task.FromResult(user.Key.ToString());

    public Task<string?> GetUserNameAsync(SignInUser user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Key.ToString());

    public Task<string?> GetNormalizedUserNameAsync(SignInUser user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Key.ToString());

    public Task SetUserNameAsync(SignInUser user, string? userName, CancellationToken cancellationToken) => Task.CompletedTask; // the key is the name

    public Task SetNormalizedUserNameAsync(SignInUser user, string? normalizedName, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<string?> GetPasswordHashAsync(SignInUser user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash);

    public Task<bool> HasPasswordAsync(SignInUser user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash is not null);

    public Task SetPasswordHashAsync(SignInUser user, string? passwordHash, CancellationToken cancellationToken)
    {
        user.PasswordHash = passwordHash;
        return Task.CompletedTask;
    }

    public Task<DateTimeOffset?> GetLockoutEndDateAsync(SignInUser user, CancellationToken cancellationToken) => Task.FromResult(user.LockedUntil);

    public Task SetLockoutEndDateAsync(SignInUser user, DateTimeOffset? lockoutEnd, CancellationToken cancellationToken)
    {
        user.LockedUntil = lockoutEnd;
        return grains.AccountAttempts(user.Key).LockUntil(lockoutEnd);
    }

    public async Task<int> IncrementAccessFailedCountAsync(SignInUser user, CancellationToken cancellationToken) =>
        user.Failed = await grains.AccountAttempts(user.Key).Failed();

    public Task ResetAccessFailedCountAsync(SignInUser user, CancellationToken cancellationToken)
    {
        user.Failed = 0;
        return grains.AccountAttempts(user.Key).Forget();
    }

    public Task<int> GetAccessFailedCountAsync(SignInUser user, CancellationToken cancellationToken) => Task.FromResult(user.Failed);

    public Task<bool> GetLockoutEnabledAsync(SignInUser user, CancellationToken cancellationToken) => Task.FromResult(true);

    public Task SetLockoutEnabledAsync(SignInUser user, bool enabled, CancellationToken cancellationToken) => Task.CompletedTask; // always on

    public Task<string?> GetSecurityStampAsync(SignInUser user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.Account.SecurityVersion.ToString(global::System.Globalization.CultureInfo.InvariantCulture));

    public Task SetSecurityStampAsync(SignInUser user, string stamp, CancellationToken cancellationToken) => Task.CompletedTask; // follows from the facts

    public void Dispose() { }

    private Stamp System(SignInUser user) => new(OperationId.New(), "system", clock.GetUtcNow(), $"For {user.Key}.");

    private static IdentityResult Result(Decision<Account> decision) =>
        decision.Match(_ => IdentityResult.Success, why => IdentityResult.Failed(new IdentityError { Code = why.Code, Description = why.Sentence }));
}
