using System.Collections.Immutable;

namespace SosLongitudinal.Study.Diaries.Planning;

/// <summary>
/// One family after another, whose window closes first first, each at the start that is worth most of what is left. What a coordinator would do by hand; the plan where a solver has no time.
/// </summary>
public static class GreedyPlan
{
    public static ImmutableArray<Placement> Of(PlanBoard board) => Completed(board, []);

    /// <summary>What is placed stays; who is not is placed where something is left.</summary>
    public static ImmutableArray<Placement> Completed(PlanBoard board, ImmutableArray<Placement> placed)
    {
        var (free, done) = (new FreeStarts(board, placed), placed.Select(p => p.Family).ToHashSet());
        var plan = placed.ToBuilder();
        var families = board.Problem.Families;
        foreach (var f in Enumerable.Range(0, families.Length).Where(f => !done.Contains(f)).OrderBy(f => families[f].Window.Closes).ThenBy(f => families[f].Family))
        {
            if (Best(board, free, f) is not { } best) continue;
            plan.Add(best);
            free.Take(best);
        }
        return plan.ToImmutable();
    }

    /// <summary>The start worth most of what is free, the soonest of equal ones; <c>null</c> where none fits.</summary>
    public static Placement? Best(PlanBoard board, FreeStarts free, int family)
    {
        Placement? best = null;
        var most = -1;
        foreach (var (person, start) in free.For(board.Problem.Families[family]))
        {
            var points = board.Points(board.Problem.Families[family], person, start.Day);
            if (points < most || (points == most && start.Start >= best!.Value.Start.Start)) continue;
            (best, most) = (new(family, person, start), points);
        }
        return best;
    }
}
