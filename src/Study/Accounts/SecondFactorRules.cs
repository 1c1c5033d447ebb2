using System.Collections.Immutable;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Accounts;

/// <summary>Decisions about what an account needs besides its password.</summary>
public static class SecondFactorRules
{
    /// <summary>How many recovery codes are given at a time.</summary>
    public const int RecoveryCodes = 10;
    public const int MostPasskeys = 10;
    public const int LongestPasskeyName = 80;

    public static Decision<ImmutableArray<AccountFact>> TurnOn(Account account, string sealedKey, ImmutableArray<string> recoveryCodes) =>
        AccountRules.RefuseUnlessOpen(account) is { } no ? no
        : account.Authenticator is not null ? SecondFactorRefusals.AlreadyOn
        : Facts.Of<AccountFact>(new AccountFact.AuthenticatorSet(sealedKey), new AccountFact.RecoveryCodesSet(recoveryCodes));

    public static Decision<ImmutableArray<AccountFact>> TurnOff(Account account) =>
        AccountRules.RefuseUnlessOpen(account) is { } no ? no
        : account.Authenticator is null ? Facts.None<AccountFact>()
        : Facts.Of<AccountFact>(new AccountFact.AuthenticatorRemoved());

    /// <summary>The recovery codes are kept only where this is the first second factor.</summary>
    public static Decision<ImmutableArray<AccountFact>> AddPasskey(Account account, Passkey passkey, ImmutableArray<string> recoveryCodes) =>
        AccountRules.RefuseUnlessOpen(account) is { } no ? no
        : passkey.Name.Trim() is not { Length: > 0 and <= LongestPasskeyName } name ? SecondFactorRefusals.PasskeyName
        : account.Passkeys.Any(p => p.Id == passkey.Id) ? SecondFactorRefusals.PasskeyKnown
        : account.Passkeys.Length >= MostPasskeys ? SecondFactorRefusals.TooManyPasskeys
        : account.HasSecondFactor ? Facts.Of<AccountFact>(new AccountFact.PasskeyAdded(passkey with { Name = name }))
        : Facts.Of<AccountFact>(new AccountFact.PasskeyAdded(passkey with { Name = name }), new AccountFact.RecoveryCodesSet(recoveryCodes));

    public static Decision<ImmutableArray<AccountFact>> RemovePasskey(Account account, string id) =>
        AccountRules.RefuseUnlessOpen(account) is { } no ? no
        : account.Passkeys.All(p => p.Id != id) ? Facts.None<AccountFact>()
        : Facts.Of<AccountFact>(new AccountFact.PasskeyRemoved(id));

    public static Decision<ImmutableArray<AccountFact>> SetRecoveryCodes(Account account, ImmutableArray<string> hashes) =>
        AccountRules.RefuseUnlessOpen(account) is { } no ? no
        : !account.HasSecondFactor ? SecondFactorRefusals.None
        : Facts.Of<AccountFact>(new AccountFact.RecoveryCodesSet(hashes));

    public static Decision<ImmutableArray<AccountFact>> UseRecoveryCode(Account account, string hash) =>
        AccountRules.RefuseUnlessOpen(account) is { } no ? no
        : !account.RecoveryCodes.Contains(hash) ? SecondFactorRefusals.Code
        : Facts.Of<AccountFact>(new AccountFact.RecoveryCodeUsed(hash));

    public static Decision<ImmutableArray<AccountFact>> Reset(Account account, AccountKey key, Stamp stamp) =>
        AccountRules.RefuseUnlessOpen(account) is { } no ? no
        : stamp.By == key.ToString() ? SecondFactorRefusals.OwnReset
        : string.IsNullOrWhiteSpace(stamp.Why) ? SecondFactorRefusals.Reason
        : !account.HasSecondFactor ? Facts.None<AccountFact>()
        : Facts.Of<AccountFact>(new AccountFact.SecondFactorReset());
}
