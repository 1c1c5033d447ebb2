using System.Collections.Immutable;
using System.Text.Json.Serialization;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Accounts;

/// <summary>What can happen to an account. Failed attempts and last use are not facts.</summary>
[RecordKind("sos.account")]
[JsonDerivedType(typeof(Created), "account.created")]
[JsonDerivedType(typeof(PasswordSet), "account.password-set")]
[JsonDerivedType(typeof(RolesSet), "account.roles-set")]
[JsonDerivedType(typeof(TokenIssued), "account.token-issued")]
[JsonDerivedType(typeof(TokenRevoked), "account.token-revoked")]
[JsonDerivedType(typeof(Closed), "account.closed")]
[JsonDerivedType(typeof(AuthenticatorSet), "account.authenticator-set")]
[JsonDerivedType(typeof(AuthenticatorRemoved), "account.authenticator-removed")]
[JsonDerivedType(typeof(RecoveryCodesSet), "account.recovery-codes-set")]
[JsonDerivedType(typeof(RecoveryCodeUsed), "account.recovery-code-used")]
[JsonDerivedType(typeof(SecondFactorReset), "account.second-factor-reset")]
[JsonDerivedType(typeof(PasskeyAdded), "account.passkey-added")]
[JsonDerivedType(typeof(PasskeyRemoved), "account.passkey-removed")]
public abstract record AccountFact
{
    private AccountFact() { }

    public sealed record Created(string Name, Roles Roles, SiteScope Sites) : AccountFact;

    /// <summary>The hash holds its own salt and settings; a replaced one is erased from the ledger.</summary>
    public sealed record PasswordSet(string Hash) : AccountFact;

    public sealed record RolesSet(Roles Roles, SiteScope Sites) : AccountFact;

    /// <summary>Hash: SHA-256 of the token, hexadecimal.</summary>
    public sealed record TokenIssued(string Hash, string Name, TokenScope Scope, DateTimeOffset? ExpiresAt = null, bool WithSecondFactor = false) : AccountFact;

    public sealed record TokenRevoked(string Hash) : AccountFact;

    public sealed record Closed : AccountFact;

    /// <summary>Key: the authenticator's key, sealed for this account; never in plain. Erased from the ledger once it is removed.</summary>
    public sealed record AuthenticatorSet(string Key) : AccountFact;

    public sealed record AuthenticatorRemoved : AccountFact;

    /// <summary>Hashes: SHA-256 of each code with its account, hexadecimal; they replace those before them.</summary>
    public sealed record RecoveryCodesSet(ImmutableArray<string> Hashes) : AccountFact;

    public sealed record RecoveryCodeUsed(string Hash) : AccountFact;

    /// <summary>An administrator took every second factor away; the reason says why.</summary>
    public sealed record SecondFactorReset : AccountFact;

    public sealed record PasskeyAdded(Passkey Passkey) : AccountFact;

    public sealed record PasskeyRemoved(string Id) : AccountFact;
}
