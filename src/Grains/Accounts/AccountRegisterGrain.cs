using System.Collections.Immutable;
using SosLongitudinal.Storage;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Accounts;

[GrainType("sos-account-register")]
internal sealed class AccountRegisterGrain(IRecordStore store, TimeProvider clock) : Grain, IAccountRegister
{
    private static readonly TimeSpan Trusted = TimeSpan.FromMinutes(1);
    private ImmutableSortedDictionary<AccountKey, AccountLine> lines = ImmutableSortedDictionary<AccountKey, AccountLine>.Empty;
    private DateTimeOffset loadedAt = DateTimeOffset.MinValue;

    public Task Put(AccountLine line)
    {
        if (!lines.TryGetValue(line.Key, out var known) || known.Length <= line.Length) lines = lines.SetItem(line.Key, line);
        return Task.CompletedTask;
    }

    public async Task<ImmutableArray<AccountLine>> All()
    {
        if (clock.GetUtcNow() - loadedAt > Trusted) await Load();
        return [.. lines.Values];
    }

    private async Task Load()
    {
        await foreach (var record in store.ReadAll("account", ""))
        {
            var ledger = Ledger<AccountFact>.FromStored(record.Key.Key, record.Content);
            await Put(AccountLine.Of(AccountKey.Parse(record.Key.Key), ledger.Facts.Aggregate(Account.Nothing, Account.Fold), ledger.Length));
        }
        loadedAt = clock.GetUtcNow();
    }
}
