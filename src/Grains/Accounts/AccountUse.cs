using System.Collections.Immutable;

namespace SosLongitudinal.Grains.Accounts;

/// <summary>What is kept of an account's use, as one small record beside its ledger. It names no page and no family.</summary>
internal sealed record AccountUse
{
    public int Failed { get; init; }

    public DateTimeOffset? LockedUntil { get; init; }

    /// <summary>Codes that opened something in the last minutes, and until when they are remembered.</summary>
    public ImmutableDictionary<string, DateTimeOffset> Codes { get; init; } = ImmutableDictionary<string, DateTimeOffset>.Empty;

    /// <summary>What each passkey last said of itself, by its id.</summary>
    public ImmutableDictionary<string, PasskeyUse> Passkeys { get; init; } = ImmutableDictionary<string, PasskeyUse>.Empty;

    /// <summary>When each token was last used, to the hour, by its hash.</summary>
    public ImmutableDictionary<string, DateTimeOffset> Tokens { get; init; } = ImmutableDictionary<string, DateTimeOffset>.Empty;
}
