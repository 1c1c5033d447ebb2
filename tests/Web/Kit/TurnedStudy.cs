namespace SosLongitudinal.Tests.Web.Kit;

/// <summary>The application with a clock that a test turns. A test starts its own.</summary>
public sealed class TurnedStudy : RunningStudy
{
    private readonly TurnedClock clock = new(DateTimeOffset.UtcNow);

    protected override TimeProvider Clock => clock;

    public void Turn(TimeSpan by) => clock.Set(clock.GetUtcNow() + by);
}
