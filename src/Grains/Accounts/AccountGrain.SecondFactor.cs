using System.Collections.Immutable;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Accounts;

/// <summary>What the account needs besides its password. Keys and codes that no longer hold lose their content in the same write.</summary>
internal sealed partial class AccountGrain : ISecondFactor
{
    public Task<Decision<Account>> TurnOn(string sealedKey, ImmutableArray<string> recoveryCodes, Stamp stamp) =>
        Decide(stamp, (account, _) => SecondFactorRules.TurnOn(account, sealedKey, recoveryCodes), account => account, IsOfCodes);

    public Task<Decision<Account>> TurnOff(Stamp stamp) => Decide(stamp, (account, _) => SecondFactorRules.TurnOff(account), account => account, IsOfAuthenticator);

    public Task<Decision<Account>> AddPasskey(Passkey passkey, ImmutableArray<string> recoveryCodes, Stamp stamp) =>
        Decide(stamp, (account, _) => SecondFactorRules.AddPasskey(account, passkey, recoveryCodes), account => account);

    public Task<Decision<Account>> RemovePasskey(string id, Stamp stamp) => Decide(stamp, (account, _) => SecondFactorRules.RemovePasskey(account, id), account => account);

    public Task<Decision<Account>> SetRecoveryCodes(ImmutableArray<string> hashes, Stamp stamp) =>
        Decide(stamp, (account, _) => SecondFactorRules.SetRecoveryCodes(account, hashes), account => account, IsOfCodes);

    public Task<Decision<Account>> UseRecoveryCode(string hash, Stamp stamp) => Decide(stamp, (account, _) => SecondFactorRules.UseRecoveryCode(account, hash), account => account);

    public Task<Decision<Account>> Reset(Stamp stamp) =>
        Decide(stamp, (account, s) => SecondFactorRules.Reset(account, Id, s), account => account, fact => IsOfAuthenticator(fact) || IsOfCodes(fact));

    private static bool IsOfAuthenticator(Recorded<AccountFact> fact) => fact.Content is AccountFact.AuthenticatorSet;

    private static bool IsOfCodes(Recorded<AccountFact> fact) => fact.Content is AccountFact.RecoveryCodesSet or AccountFact.RecoveryCodeUsed;
}
