using SosLongitudinal.Study.Diaries.Slots;

namespace SosLongitudinal.Study.Diaries.Planning;

/// <summary>Where else a family of a plan could go: beside all that the plan takes, its own place included.</summary>
public sealed class PlanAlternatives(PlanBoard board, IEnumerable<Placement> plan)
{
    private readonly FreeStarts free = new(board, plan);

    /// <summary>The first start of each interviewer and part of a day; the nearest interviewer first, then the soonest.</summary>
    public IEnumerable<Slot> Of(int family, int most) => free.For(board.Problem.Families[family])
        .GroupBy(s => (s.Person, s.Start.Day, s.Start.Part))
        .Select(g => new Slot(new(g.First().Start.Start, board.Problem.People[g.Key.Person].Account), g.First().Start.Local, board.Order(board.Problem.Families[family], g.Key.Person)))
        .OrderBy(s => s.Order).ThenBy(s => s.Choice.Start).ThenBy(s => s.Choice.Interviewer, StringComparer.Ordinal).Take(most);
}
