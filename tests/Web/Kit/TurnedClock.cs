namespace SosLongitudinal.Tests.Web.Kit;

/// <summary>The machine's clock, set to another day; it goes on ticking.</summary>
public sealed class TurnedClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock turning = new();
    private TimeSpan ahead = start - System.GetUtcNow();

    public override DateTimeOffset GetUtcNow()
    {
        lock (turning) return System.GetUtcNow() + ahead;
    }

    public void Set(DateTimeOffset now)
    {
        lock (turning) ahead = now - System.GetUtcNow();
    }
}
