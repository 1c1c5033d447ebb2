using System.Collections.Immutable;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Accounts;

/// <summary>Decisions about one account.</summary>
public static class AccountRules
{
    public const int ShortestPassword = 12;
    public const int LongestPassword = 128;
    public const int MostTokens = 50;
    public const int LongestTokenDays = 3_650;

    public static Decision<string> Password(string? password) =>
        password is { Length: >= ShortestPassword and <= LongestPassword } ? password : AccountRefusals.Password;

    public static Decision<ImmutableArray<AccountFact>> Create(Account account, string name, Roles roles, SiteScope sites, string passwordHash) =>
        account.Exists ? AccountRefusals.Taken
        : !IsName(name) ? AccountRefusals.Name
        : Refuse(roles, sites) is { } why ? why
        : Facts.Of<AccountFact>(new AccountFact.Created(name.Trim(), roles, sites), new AccountFact.PasswordSet(passwordHash));

    public static Decision<ImmutableArray<AccountFact>> SetPassword(Account account, string passwordHash) =>
        RefuseUnlessOpen(account) is { } closed ? closed : Facts.Of<AccountFact>(new AccountFact.PasswordSet(passwordHash));

    public static Decision<ImmutableArray<AccountFact>> SetRoles(Account account, AccountKey key, Roles roles, SiteScope sites, Stamp stamp) =>
        RefuseUnlessOpen(account) is { } closed ? closed
        : Refuse(roles, sites) is { } why ? why
        : stamp.By == key.ToString() && !roles.HasFlag(Roles.Administrator) ? AccountRefusals.LastAdministrator
        : roles == account.Roles && sites == account.Sites ? Facts.None<AccountFact>()
        : Facts.Of<AccountFact>(new AccountFact.RolesSet(roles, sites));

    public static Decision<ImmutableArray<AccountFact>> IssueToken(Account account, string hash, NewToken wanted, Stamp stamp) =>
        RefuseUnlessOpen(account) is { } closed ? closed
        : !IsName(wanted.Name) ? AccountRefusals.TokenName
        : wanted.Days is < 1 or > LongestTokenDays ? AccountRefusals.TokenDays
        : account.Tokens.Count(t => t.HoldsAt(stamp.At)) >= MostTokens ? AccountRefusals.TooManyTokens
        : Facts.Of<AccountFact>(new AccountFact.TokenIssued(hash, wanted.Name.Trim(), wanted.Scope, wanted.Days is { } days ? stamp.At.AddDays(days) : null, wanted.WithSecondFactor));

    public static Decision<ImmutableArray<AccountFact>> RevokeToken(Account account, string hash) =>
        account.Tokens.All(t => t.Hash != hash) ? Facts.None<AccountFact>() : Facts.Of<AccountFact>(new AccountFact.TokenRevoked(hash));

    public static Decision<ImmutableArray<AccountFact>> Close(Account account, AccountKey key, Stamp stamp) =>
        !account.Exists ? AccountRefusals.Unknown
        : account.IsClosed ? Facts.None<AccountFact>()
        : stamp.By == key.ToString() ? AccountRefusals.LastAdministrator
        : Facts.Of<AccountFact>(new AccountFact.Closed());

    internal static Refusal? RefuseUnlessOpen(Account account) =>
        !account.Exists ? AccountRefusals.Unknown : account.IsClosed ? AccountRefusals.Closed : null;

    private static Refusal? Refuse(Roles roles, SiteScope sites) =>
        (roles & Roles.All) != roles || roles == Roles.None ? AccountRefusals.NoRole : sites.Match(_ => false, only => only.Sites.IsEmpty) ? AccountRefusals.NoSite : null;

    private static bool IsName(string? name) => name?.Trim() is { Length: > 0 and <= 80 };
}
