using System.Collections.Immutable;
using Microsoft.Extensions.Logging;

namespace SosLongitudinal.Grains.Accounts;

/// <summary>Wrong tries, used codes and last use. They outlive a restart; where the store fails they hold in memory.</summary>
internal sealed partial class AccountGrain : IAccountAttempts
{
    /// <summary>Longer than a code of an authenticator holds, early and late clocks counted in.</summary>
    private static readonly TimeSpan CodeHolds = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan UseIsNoted = TimeSpan.FromHours(1);

    public Task<SignInAttempts> ReadAttempts() => Task.FromResult(new SignInAttempts(use.State.Failed, use.State.LockedUntil));

    public async Task<int> Failed()
    {
        await Keep(use.State with { Failed = use.State.Failed + 1 });
        DelayDeactivation(TimeSpan.FromMinutes(30)); // longer than a lock lasts, should the store not take it
        return use.State.Failed;
    }

    public Task LockUntil(DateTimeOffset? end) => Keep(use.State with { LockedUntil = end });

    public Task Forget() => use.State.Failed == 0 ? Task.CompletedTask : Keep(use.State with { Failed = 0 });

    public async Task<bool> UseCode(string code)
    {
        var now = time.GetUtcNow();
        if (use.State.Codes.TryGetValue(code, out var until) && now < until) return false;
        await Keep(use.State with { Codes = use.State.Codes.RemoveRange(use.State.Codes.Where(c => c.Value <= now).Select(c => c.Key)).SetItem(code, now + CodeHolds) });
        return true;
    }

    public Task TokenUsed(string hash)
    {
        var now = time.GetUtcNow();
        if (State.Tokens.All(t => t.Hash != hash) || use.State.Tokens.TryGetValue(hash, out var last) && now < last + UseIsNoted) return Task.CompletedTask;
        var known = State.Tokens.Select(t => t.Hash).ToHashSet(StringComparer.Ordinal);
        return Keep(use.State with { Tokens = use.State.Tokens.RemoveRange(use.State.Tokens.Keys.Where(h => !known.Contains(h))).SetItem(hash, now) });
    }

    public Task<ImmutableDictionary<string, DateTimeOffset>> ReadTokenUse() => Task.FromResult(use.State.Tokens);

    public Task PasskeyUsed(string id, long signCount, bool isBackedUp)
    {
        var known = State.Passkeys.Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
        var kept = use.State.Passkeys.RemoveRange(use.State.Passkeys.Keys.Where(k => !known.Contains(k)));
        return Keep(use.State with { Passkeys = kept.SetItem(id, new(signCount, isBackedUp, time.GetUtcNow())) });
    }

    public Task<ImmutableDictionary<string, PasskeyUse>> ReadPasskeyUse() => Task.FromResult(use.State.Passkeys);

    private async Task Keep(AccountUse next)
    {
        use.State = next;
        try
        {
            await use.WriteStateAsync();
        }
        catch (Exception fault)
        {
            NotKept(Key, fault);
        }
    }

    [LoggerMessage(2, LogLevel.Warning, "How the account {Key} is used holds in memory only.")]
    private partial void NotKept(string key, Exception fault);
}
