using SosLongitudinal.Study.Diaries.Slots;

namespace SosLongitudinal.Study.Diaries.Planning;

/// <summary>
/// What a plan maximises: the sum of the points of the families that it books. A family is worth 1,000, and up to 1,000 more the nearer its window's end is; who met it last
/// time adds 200, who is assigned 100; an early day adds up to 50. So to book one family more is worth more than anything else, and whose window closes within the weeks goes before who can wait.
/// </summary>
public static class PlanPoints
{
    public const int Booked = 1000;
    public const int Closing = 1000;
    public const int Before = 200;
    public const int Assigned = 100;
    public const int Early = 50;

    /// <summary>What it is worth to book the family at all.</summary>
    public static int Of(PlanFamily family, PlanProblem problem) => Booked + Share(Closing, family.Window.Closes, problem);

    /// <summary>What this interviewer and this day add.</summary>
    public static int Of(SlotOrder order, DateOnly day, PlanProblem problem) =>
        order switch { SlotOrder.Before => Before, SlotOrder.Assigned => Assigned, _ => 0 } + Share(Early, day, problem);

    /// <summary>All on the first day of the plan, none from the day after its last on.</summary>
    private static int Share(int most, DateOnly day, PlanProblem problem)
    {
        var days = problem.Last.DayNumber - problem.First.DayNumber + 1;
        return most * Math.Clamp(days - (day.DayNumber - problem.First.DayNumber), 0, days) / days;
    }
}
