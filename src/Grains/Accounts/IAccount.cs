using Orleans.Concurrency;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Accounts;

/// <summary>One account: who someone is to this study, what they may do and where. Refuses unknown or closed accounts.</summary>
[GrainInterfaceType("sos.account")]
public interface IAccount : IGrainWithStringKey
{
    /// <summary>Makes the account; the password comes as a hash with its own salt.</summary>
    [Alias("create")] Task<Decision<Account>> Create(string name, Roles roles, SiteScope sites, string passwordHash, Stamp stamp);

    /// <summary>Sets a new password hash and erases the old one from the ledger.</summary>
    [Alias("set-password")] Task<Decision<Account>> SetPassword(string passwordHash, Stamp stamp);

    [Alias("set-roles")] Task<Decision<Account>> SetRoles(Roles roles, SiteScope sites, Stamp stamp);

    /// <summary>Keeps a token by its SHA-256, hexadecimal, for so many days or until it is revoked.</summary>
    [Alias("issue-token")] Task<Decision<Account>> IssueToken(string hash, string name, TokenScope scope, Stamp stamp, int? days = null);

    [Alias("revoke-token")] Task<Decision<Account>> RevokeToken(string hash, Stamp stamp);

    [Alias("close")] Task<Decision<Account>> Close(Stamp stamp);

    /// <summary>The account as it stands; one that does not exist has no name.</summary>
    [Alias("read"), ReadOnly] Task<Account> Read();
}

/// <summary>Wrong passwords of one account, counted in memory only: they are not facts, and they lapse sooner than an activation does.</summary>
[GrainInterfaceType("sos.account-attempts")]
public interface IAccountAttempts : IGrainWithStringKey
{
    [Alias("read"), ReadOnly] Task<SignInAttempts> ReadAttempts();

    /// <summary>Counts one wrong password; answers the count.</summary>
    [Alias("failed")] Task<int> Failed();

    [Alias("lock-until")] Task LockUntil(DateTimeOffset? end);

    [Alias("forget")] Task Forget();
}

/// <param name="Failed">Wrong passwords since the last right one or the last lock.</param>
/// <param name="LockedUntil">No password is looked at before this instant.</param>
[GenerateSerializer, Immutable, Alias("sos.sign-in-attempts")]
public sealed record SignInAttempts([property: Id(0)] int Failed, [property: Id(1)] DateTimeOffset? LockedUntil);

public static class AccountGrains
{
    public static IAccount Account(this IGrainFactory grains, AccountKey key) => grains.GetGrain<IAccount>(key.ToString());

    public static IAccountAttempts AccountAttempts(this IGrainFactory grains, AccountKey key) => grains.GetGrain<IAccountAttempts>(key.ToString());

    public static IAccountRegister Accounts(this IGrainFactory grains) => grains.GetGrain<IAccountRegister>("accounts");

    public static ISetUp SetUp(this IGrainFactory grains) => grains.GetGrain<ISetUp>("set-up");
}
