namespace SosLongitudinal.Grains.Registers;

/// <summary>How the read side keeps up.</summary>
/// <param name="ReconcileEvery">How often versions are held against the store: about a minute on Sqlite, five on Azure.</param>
public sealed record RegisterOptions(TimeSpan ReconcileEvery)
{
    /// <summary>How long a put may hold up the answer to a command.</summary>
    public TimeSpan PutWithin { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a question waits for a shard that is still loading.</summary>
    public TimeSpan LoadWithin { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>From how many families on a shard is kept for the next start; fewer are read from their ledgers in no time.</summary>
    public int KeepFrom { get; init; } = 500;

    /// <summary>How often at most it is written.</summary>
    public TimeSpan KeepEvery { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How far back an instant must lie for the study to be read as of it: what several silos were still saving is there by then. One process needs no such time.</summary>
    public TimeSpan Settles { get; init; } = TimeSpan.Zero;
}
