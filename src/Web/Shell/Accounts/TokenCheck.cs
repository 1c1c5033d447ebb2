using System.Collections.Concurrent;
using System.Security.Claims;
using SosLongitudinal.Grains.Accounts;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Web.Shell.Access;

namespace SosLongitudinal.Web.Shell.Accounts;

/// <summary>
/// Tells whose a token is. A good token is remembered for half a minute, so that thousands of requests a second cost a look-up each; for as long does one
/// that was revoked through another process go on working. A bad one is never remembered.
/// </summary>
public sealed class TokenCheck(IGrainFactory grains, ServeOptions options, TimeProvider clock)
{
    public const string Scheme = "token";
    private const int Most = 10_000;
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(30);
    private readonly ConcurrentDictionary<string, (TokenHolder Holder, DateTimeOffset Until)> known = new(StringComparer.Ordinal);

    public ValueTask<TokenHolder?> Holder(string token)
    {
        if (options.Local is { } local && local.Is(token)) return new(HolderOf(new Person(local.Account, "Command line", Roles.Administrator, SiteScope.All), TokenScope.ReadAndWrite, withSecondFactor: true));
        var hash = BearerToken.HashOf(token);
        return known.TryGetValue(hash, out var entry) && clock.GetUtcNow() < entry.Until ? new(entry.Holder) : new(Ask(token, hash));
    }

    /// <summary>A revoked token opens nothing more here.</summary>
    public void Forget(string hash) => known.TryRemove(hash, out _);

    private async Task<TokenHolder?> Ask(string token, string hash)
    {
        var now = clock.GetUtcNow();
        foreach (var key in await Accounts(token))
        {
            var account = await grains.Account(key).Read();
            if (!account.IsOpen || account.Tokens.FirstOrDefault(t => t.Hash == hash && t.HoldsAt(now)) is not { } found) continue;
            var holder = HolderOf(new Person(key, account.Name, account.Roles, account.Sites), found.Scope, found.WithSecondFactor);
            grains.AccountAttempts(key).TokenUsed(hash).Ignore(); // nobody waits for a note of it
            if (known.Count >= Most) known.Clear();
            var until = now + Remembered;
            known[hash] = (holder, found.ExpiresAt is { } end && end < until ? end : until);
            return holder;
        }
        return null;
    }

    /// <summary>Whose it can be: two accounts may share what leads to them.</summary>
    private async ValueTask<IEnumerable<AccountKey>> Accounts(string token) =>
        BearerToken.IsShort(token) ? (await grains.Accounts().All()).Select(a => a.Key).Where(key => BearerToken.LeadsTo(key, token))
        : BearerToken.AccountOf(token) is { } key ? [key] : [];

    private static TokenHolder HolderOf(Person person, TokenScope scope, bool withSecondFactor) =>
        new(new(new ClaimsIdentity(withSecondFactor ? person.ToClaims().Append(SecondFactorGate.Passed) : person.ToClaims(), Scheme)), scope);
}

public sealed record TokenHolder(ClaimsPrincipal Principal, TokenScope Scope);
