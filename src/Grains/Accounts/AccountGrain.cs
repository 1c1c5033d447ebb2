using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using SosLongitudinal.Grains.Ledgers;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Accounts;

[GrainType("sos-account")]
internal sealed partial class AccountGrain(
    [PersistentState("account", Records.Provider)] IPersistentState<Ledger<AccountFact>> record,
    [PersistentState("account-use", Records.Provider)] IPersistentState<AccountUse> use, TimeProvider clock, ILogger<AccountGrain> log)
    : LedgerGrain<AccountFact, Account>(record, clock), IAccount
{
    private static readonly TimeSpan RegisterWaits = TimeSpan.FromSeconds(1);
    private readonly TimeProvider time = clock;

    protected override Account Nothing => Account.Nothing;

    private AccountKey Id => AccountKey.Parse(Key);

    protected override Account Fold(Account state, Recorded<AccountFact> fact) => Account.Fold(state, fact);

    /// <summary>A token's end is counted from the instant of the request, which no repeat of it has.</summary>
    protected override bool Same(AccountFact now, AccountFact before) => now is AccountFact.TokenIssued again && before is AccountFact.TokenIssued first
        ? again with { ExpiresAt = first.ExpiresAt } == first && again.ExpiresAt is null == first.ExpiresAt is null
        : base.Same(now, before);

    public Task<Decision<Account>> Create(string name, Roles roles, SiteScope sites, string passwordHash, Stamp stamp) =>
        Decide(stamp, (account, _) => AccountRules.Create(account, name, roles, sites, passwordHash), account => account);

    public async Task<Decision<Account>> SetPassword(string passwordHash, Stamp stamp)
    {
        var decision = await Decide(stamp, (account, _) => AccountRules.SetPassword(account, passwordHash), account => account);
        if (decision is Decision<Account>.Accepted) await Erase(fact => fact.Content is AccountFact.PasswordSet old && old.Hash != State.PasswordHash);
        return decision;
    }

    public Task<Decision<Account>> SetRoles(Roles roles, SiteScope sites, Stamp stamp) =>
        Decide(stamp, (account, s) => AccountRules.SetRoles(account, Id, roles, sites, s), account => account);

    public Task<Decision<Account>> IssueToken(string hash, NewToken wanted, Stamp stamp) =>
        Decide(stamp, (account, s) => AccountRules.IssueToken(account, hash, wanted, s), account => account);

    public Task<Decision<Account>> RevokeToken(string hash, Stamp stamp) =>
        Decide(stamp, (account, _) => AccountRules.RevokeToken(account, hash), account => account);

    public Task<Decision<Account>> Close(Stamp stamp) => Decide(stamp, (account, s) => AccountRules.Close(account, Id, s), account => account);

    public Task<Account> Read() => Task.FromResult(State);

    public Task<ImmutableArray<AccountEvent>> History() =>
        Task.FromResult(Ledger.Facts.Select(f => new AccountEvent(f.Head.N, f.Head.At, f.Head.By, f.Head.Kind, f.Why)).ToImmutableArray());

    protected override async Task Committed()
    {
        try
        {
            await GrainFactory.Accounts().Put(AccountLine.Of(Id, State, Ledger.Length)).WaitAsync(RegisterWaits);
        }
        catch (Exception fault)
        {
            NotListed(Key, fault); // the register re-reads the store within a minute
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "The account {Key} is saved but its line in the register is late.")]
    private partial void NotListed(string key, Exception fault);
}
