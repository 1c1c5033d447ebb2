using System.Collections.Immutable;
using Orleans;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Accounts;

/// <summary>What a token may be used for.</summary>
public enum TokenScope
{
    ReadAndWrite = 0,
    Read = 1,
    /// <summary>Extracts, releases and tables of counts, and nothing else.</summary>
    Extract = 2,
}

/// <summary>An access token as kept: never the token itself.</summary>
[GenerateSerializer, Immutable, Alias("sos.account-token")]
public sealed record AccountToken([property: Id(0)] string Hash, [property: Id(1)] string Name, [property: Id(2)] TokenScope Scope, [property: Id(3)] DateTimeOffset IssuedAt)
{
    /// <summary>From then on it opens nothing; <c>null</c>: it holds until it is revoked.</summary>
    [Id(4)] public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Whether whoever made it had signed in with more than a password.</summary>
    [Id(5)] public bool WithSecondFactor { get; init; }

    /// <summary>What the token is called where it is listed or revoked; opens nothing.</summary>
    public string Id => Hash[..Math.Min(IdLength, Hash.Length)];

    private const int IdLength = 16;

    public bool HoldsAt(DateTimeOffset instant) => ExpiresAt is not { } end || instant < end;
}

/// <summary>What somebody asks of an access token.</summary>
/// <param name="Days">How long it holds; <c>null</c>: until it is revoked.</param>
/// <param name="WithSecondFactor">Whether they signed in with more than a password.</param>
[GenerateSerializer, Immutable, Alias("sos.new-token")]
public sealed record NewToken([property: Id(0)] string Name, [property: Id(1)] TokenScope Scope, [property: Id(2)] int? Days, [property: Id(3)] bool WithSecondFactor);

/// <summary>An account as folded from its facts.</summary>
[GenerateSerializer, Immutable, Alias("sos.account")]
public sealed record Account([property: Id(0)] string Name, [property: Id(1)] Roles Roles, [property: Id(2)] SiteScope Sites)
{
    public static readonly Account Nothing = new("", Roles.None, SiteScope.Of());

    [Id(3)] public string? PasswordHash { get; init; }

    [Id(4)] public ImmutableArray<AccountToken> Tokens { get; init; } = [];

    [Id(5)] public bool IsClosed { get; init; }

    /// <summary>Counts up whenever what was proved at sign-in no longer holds: new password, new roles, another second factor, closed.</summary>
    [Id(6)] public int SecurityVersion { get; init; }

    /// <summary>The operation that made the account.</summary>
    [Id(7)] public OperationId CreatedUnder { get; init; }

    /// <summary>The authenticator's key, sealed for this account; <c>null</c>: none is set up. Empty between a key that was erased and its removal, which follows.</summary>
    [Id(8)] public string? Authenticator { get; init; }

    /// <summary>Hashes of the recovery codes that have not been used.</summary>
    [Id(9)] public ImmutableArray<string> RecoveryCodes { get; init; } = [];

    [Id(10)] public ImmutableArray<Passkey> Passkeys { get; init; } = [];

    /// <summary>Whether the password alone no longer signs in.</summary>
    public bool HasSecondFactor => Authenticator is not null || Passkeys.Length > 0;

    public bool Exists => Name.Length > 0;

    public bool IsOpen => Exists && !IsClosed;

    public static Account Fold(Account account, Recorded<AccountFact> fact) => fact.Content switch
    {
        AccountFact.Created f => account with { Name = f.Name, Roles = f.Roles, Sites = f.Sites, CreatedUnder = fact.Head.Op },
        AccountFact.PasswordSet f => account.Anew() with { PasswordHash = f.Hash },
        AccountFact.RolesSet f => account.Anew() with { Roles = f.Roles, Sites = f.Sites },
        AccountFact.TokenIssued f => account with { Tokens = account.Tokens.Add(new(f.Hash, f.Name, f.Scope, fact.Head.At) { ExpiresAt = f.ExpiresAt, WithSecondFactor = f.WithSecondFactor || account.HasSecondFactor }) },
        AccountFact.TokenRevoked f => account with { Tokens = account.Tokens.RemoveAll(t => t.Hash == f.Hash) },
        AccountFact.Closed => account.Anew() with { IsClosed = true, Tokens = [] },
        AccountFact.AuthenticatorSet f => account.Anew() with { Authenticator = f.Key },
        AccountFact.AuthenticatorRemoved => (account.Anew() with { Authenticator = null }).WithoutIdleCodes(),
        AccountFact.RecoveryCodesSet f => account with { RecoveryCodes = f.Hashes },
        AccountFact.RecoveryCodeUsed f => account with { RecoveryCodes = account.RecoveryCodes.Remove(f.Hash) },
        AccountFact.SecondFactorReset => account.Anew() with { Authenticator = null, RecoveryCodes = [], Passkeys = [] },
        AccountFact.PasskeyAdded f => account.Anew() with { Passkeys = account.Passkeys.Add(f.Passkey with { AddedAt = fact.Head.At }) },
        AccountFact.PasskeyRemoved f => (account.Anew() with { Passkeys = account.Passkeys.RemoveAll(p => p.Id == f.Id) }).WithoutIdleCodes(),
        _ => fact.Head.Kind == ErasedPassword ? account.Anew() : fact.Head.Kind == ErasedAuthenticator ? account.Anew() with { Authenticator = "" } : account,
    };

    private static readonly string ErasedPassword = FactKinds<AccountFact>.Of(new AccountFact.PasswordSet(""));
    private static readonly string ErasedAuthenticator = FactKinds<AccountFact>.Of(new AccountFact.AuthenticatorSet(""));

    /// <summary>Recovery codes stand in for a second factor; without one they are nothing.</summary>
    private Account WithoutIdleCodes() => HasSecondFactor ? this : this with { RecoveryCodes = [] };

    private Account Anew() => this with { SecurityVersion = SecurityVersion + 1 };
}
