using System.Collections.Immutable;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Accounts;

/// <summary>The read side of accounts, in order of their e-mail addresses. Owns nothing; the store is the truth.</summary>
[GrainInterfaceType("sos.account-register")]
public interface IAccountRegister : IGrainWithStringKey
{
    /// <summary>Takes in an account's new line; a shorter ledger never replaces a longer one.</summary>
    [Alias("put")] Task Put(AccountLine line);

    [Alias("all")] Task<ImmutableArray<AccountLine>> All();
}

/// <summary>One account in the list of accounts.</summary>
[GenerateSerializer, Immutable, Alias("sos.account-line")]
public sealed record AccountLine(
    [property: Id(0)] AccountKey Key,
    [property: Id(1)] string Name,
    [property: Id(2)] Roles Roles,
    [property: Id(3)] SiteScope Sites,
    [property: Id(4)] bool IsClosed,
    [property: Id(5)] int Length)
{
    [Id(6)] public bool HasSecondFactor { get; init; }

    /// <summary>The ids of its passkeys; whose a passkey is must be found without knowing who signs in.</summary>
    [Id(7)] public ImmutableArray<string> Passkeys { get; init; } = [];

    public static AccountLine Of(AccountKey key, Account account, int length) => new(key, account.Name, account.Roles, account.Sites, account.IsClosed, length) { HasSecondFactor = account.HasSecondFactor, Passkeys = [.. account.Passkeys.Select(p => p.Id)] };
}
