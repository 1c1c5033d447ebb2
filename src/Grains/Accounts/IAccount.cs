using System.Collections.Immutable;
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

    /// <summary>Keeps a token by its SHA-256, hexadecimal.</summary>
    [Alias("issue-token")] Task<Decision<Account>> IssueToken(string hash, NewToken wanted, Stamp stamp);

    [Alias("revoke-token")] Task<Decision<Account>> RevokeToken(string hash, Stamp stamp);

    [Alias("close")] Task<Decision<Account>> Close(Stamp stamp);

    /// <summary>The account as it stands; one that does not exist has no name.</summary>
    [Alias("read"), ReadOnly] Task<Account> Read();

    /// <summary>What happened to the account, in order; no contents.</summary>
    [Alias("history"), ReadOnly] Task<ImmutableArray<AccountEvent>> History();
}

/// <summary>What of an account's use is kept beside its facts: wrong passwords and codes, codes used, when tokens were last used. None of it is worth failing a sign-in for.</summary>
[GrainInterfaceType("sos.account-attempts")]
public interface IAccountAttempts : IGrainWithStringKey
{
    [Alias("read"), ReadOnly] Task<SignInAttempts> ReadAttempts();

    /// <summary>Counts one wrong password or code; answers the count.</summary>
    [Alias("failed")] Task<int> Failed();

    [Alias("lock-until")] Task LockUntil(DateTimeOffset? end);

    [Alias("forget")] Task Forget();

    /// <summary>Takes a right code of the authenticator, once; <c>false</c>: it was used before.</summary>
    [Alias("use-code")] Task<bool> UseCode(string code);

    /// <summary>Notes that a token was used; kept to the hour.</summary>
    [Alias("token-used")] Task TokenUsed(string hash);

    /// <summary>Notes what a passkey said of itself when it signed in: how often it has signed, and whether its maker keeps a copy.</summary>
    [Alias("passkey-used")] Task PasskeyUsed(string id, long signCount, bool isBackedUp);

    [Alias("read-passkey-use"), ReadOnly] Task<ImmutableDictionary<string, PasskeyUse>> ReadPasskeyUse();

    /// <summary>When each token was last used, to the hour, by its hash.</summary>
    [Alias("read-use"), ReadOnly] Task<ImmutableDictionary<string, DateTimeOffset>> ReadTokenUse();
}

/// <summary>Second factors of one account. Refuses unknown or closed accounts.</summary>
[GrainInterfaceType("sos.account-second-factor")]
public interface ISecondFactor : IGrainWithStringKey
{
    /// <summary>Sets the authenticator's key, sealed for this account, and the hashes of the recovery codes that go with it.</summary>
    [Alias("turn-on")] Task<Decision<Account>> TurnOn(string sealedKey, ImmutableArray<string> recoveryCodes, Stamp stamp);

    /// <summary>Removes the authenticator and erases its key from the ledger.</summary>
    [Alias("turn-off")] Task<Decision<Account>> TurnOff(Stamp stamp);

    /// <summary>Adds a passkey; the hashes of recovery codes are kept where it is the account's first second factor.</summary>
    [Alias("add-passkey")] Task<Decision<Account>> AddPasskey(Passkey passkey, ImmutableArray<string> recoveryCodes, Stamp stamp);

    [Alias("remove-passkey")] Task<Decision<Account>> RemovePasskey(string id, Stamp stamp);

    [Alias("set-recovery-codes")] Task<Decision<Account>> SetRecoveryCodes(ImmutableArray<string> hashes, Stamp stamp);

    /// <summary>Takes one recovery code, once.</summary>
    [Alias("use-recovery-code")] Task<Decision<Account>> UseRecoveryCode(string hash, Stamp stamp);

    /// <summary>Takes every second factor away on behalf of somebody who lost theirs; the stamp says why.</summary>
    [Alias("reset")] Task<Decision<Account>> Reset(Stamp stamp);
}

/// <param name="SignCount">How often it has signed, as it says itself; 0 where it does not count.</param>
[GenerateSerializer, Immutable, Alias("sos.passkey-use")]
public sealed record PasskeyUse([property: Id(0)] long SignCount, [property: Id(1)] bool IsBackedUp, [property: Id(2)] DateTimeOffset At);

/// <summary>One thing that happened to an account.</summary>
[GenerateSerializer, Immutable, Alias("sos.account-event")]
public sealed record AccountEvent([property: Id(0)] int N, [property: Id(1)] DateTimeOffset At, [property: Id(2)] string By, [property: Id(3)] string Kind, [property: Id(4)] string? Why);

/// <param name="Failed">Wrong passwords since the last right one or the last lock.</param>
/// <param name="LockedUntil">No password is looked at before this instant.</param>
[GenerateSerializer, Immutable, Alias("sos.sign-in-attempts")]
public sealed record SignInAttempts([property: Id(0)] int Failed, [property: Id(1)] DateTimeOffset? LockedUntil);

public static class AccountGrains
{
    public static IAccount Account(this IGrainFactory grains, AccountKey key) => grains.GetGrain<IAccount>(key.ToString());

    public static IAccountAttempts AccountAttempts(this IGrainFactory grains, AccountKey key) => grains.GetGrain<IAccountAttempts>(key.ToString());

    public static ISecondFactor SecondFactor(this IGrainFactory grains, AccountKey key) => grains.GetGrain<ISecondFactor>(key.ToString());

    public static IAccountRegister Accounts(this IGrainFactory grains) => grains.GetGrain<IAccountRegister>("accounts");

    public static ISetUp SetUp(this IGrainFactory grains) => grains.GetGrain<ISetUp>("set-up");
}
