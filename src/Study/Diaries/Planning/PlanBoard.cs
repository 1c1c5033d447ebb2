using System.Collections.Immutable;
using SosLongitudinal.Study.Diaries.Slots;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Diaries.Planning;

/// <summary>A problem laid out to be solved: every start that each interviewer has, and what fits whom.</summary>
public sealed class PlanBoard
{
    private readonly ImmutableArray<ImmutableArray<DiaryEntry>> taken;

    public PlanBoard(PlanProblem problem)
    {
        Problem = problem;
        taken = [.. problem.People.Select(p => p.Taken(problem.Now))];
        Starts = [.. problem.People.Select(p => OpenStarts.Of(p, problem.First, problem.Last, problem.Wish.Minutes, problem.Wish.Travel, problem.TimeZone, problem.Now).ToImmutableArray())];
    }

    public PlanProblem Problem { get; }

    /// <summary>By interviewer, the soonest first.</summary>
    public ImmutableArray<ImmutableArray<OpenStart>> Starts { get; }

    /// <summary>Between two starts of one interviewer: the meeting, and the travel after it and before the next.</summary>
    public TimeSpan Apart => TimeSpan.FromMinutes(Problem.Wish.Minutes + 2 * Problem.Wish.Travel);

    /// <summary>How many more appointments an interviewer's week may hold.</summary>
    public int LeftIn(int person, DateOnly monday) => Problem.People[person].LeftIn(monday, taken[person]);

    public SlotOrder Order(PlanFamily family, int person) => SlotSearch.OrderOf(Problem.People[person].Account, family.Before, family.Assigned);

    public int Points(PlanFamily family, int person, DateOnly day) => PlanPoints.Of(family, Problem) + PlanPoints.Of(Order(family, person), day, Problem);

    public int Points(IEnumerable<Placement> placements) => placements.Sum(p => Points(Problem.Families[p.Family], p.Person, p.Start.Day));

    public static bool IsInWindow(PlanFamily family, DateOnly day) => family.Window.Opens <= day && day <= family.Window.Closes;

    public bool Fits(PlanFamily family, OpenStart start) => IsInWindow(family, start.Day) && IsSafe(family, start);

    private bool IsSafe(PlanFamily family, OpenStart start) =>
        family.Times.Cover(start.Local, Problem.Wish.Minutes) && (family.Elsewhere.IsEmpty || !family.Elsewhere.Any(a => a.Start < start.Start.AddMinutes(Problem.Wish.Minutes) && start.Start < a.End));

    public AppointmentPlan Plan(Placement placement) => Problem.Wish.At(Problem.Families[placement.Family].Wave, Problem.People[placement.Person].Account, placement.Start.Start);
}
