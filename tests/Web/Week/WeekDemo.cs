using SosLongitudinal.Tests.Web.Kit;
using SosLongitudinal.Web.Shell;

namespace SosLongitudinal.Tests.Web.Week;

/// <summary>
/// The demo study in a week of its own, so that everything in it can be approved as text: Monday 22 March 2027, the week before the clocks go forward. The test
/// turns the clock from day to day.
/// </summary>
public sealed class WeekDemo : RunningStudy
{
    public static readonly DateOnly Monday = new(2027, 3, 22);

    private readonly TurnedClock clock = new(new(Monday, new(8, 30), TimeSpan.Zero));

    protected override TimeProvider Clock => clock;

    protected override bool HasAdministrator => false; // the demo brings its accounts

    protected override ServeOptions Options(ServeOptions usual) => usual with { Demo = new(RunningDemo.Families) };

    /// <summary>On to this time of a later day of the week.</summary>
    public void Turn(DayOfWeek day, int hour = 8, int minute = 30) => clock.Set(new(Monday.AddDays(((int)day + 6) % 7), new(hour, minute), TimeSpan.Zero));
}
