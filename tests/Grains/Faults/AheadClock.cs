namespace SosLongitudinal.Tests.Grains.Faults;

/// <summary>The system's clock, set forward by a test: what has an expiry is over, and nobody waits for it.</summary>
public sealed class AheadClock : TimeProvider
{
    private long ahead;

    public void GoOn(TimeSpan by) => Interlocked.Add(ref ahead, by.Ticks);

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref ahead));
}
