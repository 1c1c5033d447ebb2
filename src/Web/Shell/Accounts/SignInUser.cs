using SosLongitudinal.Study.Accounts;

namespace SosLongitudinal.Web.Shell.Accounts;

/// <summary>An account as ASP.NET Core Identity handles it while someone signs in.</summary>
public sealed class SignInUser(AccountKey key, Account account)
{
    public AccountKey Key { get; } = key;

    public Account Account { get; } = account;

    public string? PasswordHash { get; set; } = account.PasswordHash;

    /// <summary>The authenticator's key while it is being set up and not yet kept.</summary>
    public string? AuthenticatorToBe { get; set; }

    public DateTimeOffset? LockedUntil { get; set; }

    public int Failed { get; set; }
}
