using System.Collections.Immutable;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using SosLongitudinal.Grains.Accounts;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Shell.Accounts;

/// <summary>Sets second factors up: the only place where a key or a recovery code is in plain text, on its way to the person it belongs to.</summary>
public sealed class SecondFactorDoor(UserManager<SignInUser> users, AccountSeals seals, IGrainFactory grains)
{
    private const int SecretBytes = 32;

    /// <summary>A new key, sealed for this account: it travels in the form and is kept once a code has shown that it arrived.</summary>
    public string NewKey(AccountKey account) => seals.Close(account, users.GenerateNewAuthenticatorKey());

    public string? KeyIn(AccountKey account, string closed) => seals.Open(account, closed);

    /// <summary>What new recovery codes are made from, sealed; it travels in the form.</summary>
    public string NewSecret(AccountKey account) => seals.Close(account, Convert.ToHexString(RandomNumberGenerator.GetBytes(SecretBytes)));

    /// <summary>Turns the authenticator on where the code is right; answers the recovery codes, which nobody sees again.</summary>
    public async Task<Decision<ImmutableArray<string>>> TurnOn(AccountKey account, string closedKey, string? code, Stamp stamp)
    {
        if (seals.Open(account, closedKey) is not { } key) return SecondFactorRefusals.SetUpGone;
        if (await users.FindByNameAsync(account.ToString()) is not { } user) return AccountRefusals.Closed;
        var codes = RecoveryCodes.Of(key, stamp.Operation);
        if (user.Account.Authenticator != closedKey) // sent again, its code would count as used
        {
            user.AuthenticatorToBe = key;
            var digits = new string([.. (code ?? "").Where(char.IsAsciiDigit)]);
            if (!await users.VerifyTwoFactorTokenAsync(user, OnceOnlyCodes.Name, digits)) return SecondFactorRefusals.Code;
        }
        return (await grains.SecondFactor(account).TurnOn(closedKey, RecoveryCodes.HashesOf(account, codes), stamp)).Select(_ => codes);
    }

    /// <summary>Ten new recovery codes in place of those before.</summary>
    public async Task<Decision<ImmutableArray<string>>> NewCodes(AccountKey account, string closedSecret, Stamp stamp)
    {
        if (seals.Open(account, closedSecret) is not { } secret) return SecondFactorRefusals.SetUpGone;
        var codes = RecoveryCodes.Of(secret, stamp.Operation);
        return (await grains.SecondFactor(account).SetRecoveryCodes(RecoveryCodes.HashesOf(account, codes), stamp)).Select(_ => codes);
    }
}
