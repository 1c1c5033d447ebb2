using System.Collections.Immutable;
using SosLongitudinal.Grains.Accounts;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Shell.Accounts;

/// <summary>An account's access tokens as they are listed: nothing here opens anything.</summary>
/// <param name="Token">What it is called where it is revoked.</param>
/// <param name="LastUsed">To the hour; <c>null</c>: never.</param>
/// <param name="IsStopped">The study asks for a second factor of this role, and the token was made without.</param>
public sealed record TokenLine(string Token, string Name, TokenScope Scope, DateTimeOffset MadeAt, DateTimeOffset? LastUsed, DateTimeOffset? ExpiresAt, bool Holds, bool IsStopped);

/// <summary>Lists, makes and revokes access tokens for somebody who is signed in.</summary>
public sealed class TokenDoor(IGrainFactory grains, StudyFrames frames, TokenCheck tokens, AccountSeals seals, TimeProvider clock)
{
    /// <summary>The newest first; those that have run out stay until they are revoked.</summary>
    public async Task<Decision<ImmutableArray<TokenLine>>> List(AccountKey key)
    {
        var account = await grains.Account(key).Read();
        if (!account.Exists) return AccountRefusals.Unknown;
        var required = (await frames.Current()).Design.RequiresSecondFactor;
        var (used, now) = (await grains.AccountAttempts(key).ReadTokenUse(), clock.GetUtcNow());
        return account.Tokens.Reverse()
            .Select(t => new TokenLine(t.Id, t.Name, t.Scope, t.IssuedAt, used.TryGetValue(t.Hash, out var at) ? at : null, t.ExpiresAt, t.HoldsAt(now), SecondFactorGate.Stops(required, account.Roles, t.WithSecondFactor))).ToImmutableArray();
    }

    /// <summary>The token; kept by its hash alone. The same form sent again gives the same token.</summary>
    public async Task<Decision<string>> Make(AccountKey key, string closedSecret, NewToken wanted, Func<Task<bool>> proves, Stamp stamp)
    {
        if (seals.Open(key, closedSecret) is not { } secret) return SecondFactorRefusals.SetUpGone;
        var token = BearerToken.Of(key, wanted.Scope, secret, stamp.Operation);
        var hash = BearerToken.HashOf(token);
        if ((await grains.Account(key).Read()).Tokens.All(t => t.Hash != hash) && !await proves()) return SecondFactorRefusals.Proof;
        return (await grains.Account(key).IssueToken(hash, wanted, stamp)).Select(_ => token);
    }

    public async Task<Decision<Account>> Revoke(AccountKey key, string token, Stamp stamp)
    {
        if ((await grains.Account(key).Read()).Tokens.FirstOrDefault(t => t.Id == token) is not { } found) return AccountRefusals.UnknownToken;
        var revoked = await grains.Account(key).RevokeToken(found.Hash, stamp);
        tokens.Forget(found.Hash);
        return revoked;
    }
}
