using System.Collections.Immutable;
using SosLongitudinal.Study.Design;

namespace SosLongitudinal.Study.Demo;

/// <summary>
/// The demo's dates, all counted back from the day it is made for: Time 2 is closed for most families, open for a few and not yet due for fewer. Nothing
/// lies on that day or after it.
/// </summary>
internal sealed record DemoCalendar(DateOnly Today)
{
    /// <summary>Nothing happens after this day.</summary>
    public DateOnly Last => Today.AddDays(-1);

    public DateOnly Opening => Month.AddMonths(-22);

    public ImmutableArray<CohortDesign> Cohorts =>
    [
        new(new("c1"), "Cohort 1", Opening, Month.AddMonths(-15).AddDays(-1)),
        new(new("c2"), "Cohort 2", Month.AddMonths(-15), Month.AddMonths(-3).AddDays(-1)),
    ];

    private DateOnly Month => new(Today.Year, Today.Month, 1);

    /// <summary>The day of a family's Time 1 interview; the bands of days hold for months of any length.</summary>
    public DateOnly FirstWave(int cohort, SecondWave second, Draws draws) => Today.AddDays(-((cohort, second) switch
    {
        (0, _) => draws.Between(495, 660),
        (_, SecondWave.Open) => draws.Between(160, 262),
        (_, SecondWave.NotYetDue) => draws.Between(128, 145),
        _ => draws.Between(285, 450),
    }));
}
