using System.Collections.Immutable;
using SosLongitudinal.Study.Diaries.Planning;

namespace SosLongitudinal.Planning;

public enum PlanMethod
{
    /// <summary>The flow of least cost, then improved by the starts between its blocks.</summary>
    Solver = 0,
    /// <summary>One family after another: it was worth more, or the solver was not done in time.</summary>
    Greedy = 1,
}

/// <summary>A plan, and beside it what the greedy one came to.</summary>
public sealed record MadePlan(ImmutableArray<Placement> Placements, int Points, PlanMethod Method, int GreedyBooked, int GreedyPoints);

/// <summary>Makes the plan: solver and greedy, the one that is worth more.</summary>
public static class Planner
{
    /// <summary>How long the solver may take before the greedy plan stands.</summary>
    public static readonly TimeSpan Usual = TimeSpan.FromSeconds(4);

    public static async Task<MadePlan> Make(PlanBoard board, TimeSpan within)
    {
        var solving = Task.Run(() => Solved(board));
        var greedy = GreedyPlan.Of(board);
        var points = board.Points(greedy);
        var solved = await Task.WhenAny(solving, Task.Delay(within)) == solving ? await solving : [];
        return board.Points(solved) >= points
            ? new(solved, board.Points(solved), PlanMethod.Solver, greedy.Length, points)
            : new(greedy, points, PlanMethod.Greedy, greedy.Length, points);
    }

    private static ImmutableArray<Placement> Solved(PlanBoard board)
    {
        try
        {
            return PlanImprovement.Of(board, FlowPlan.Of(board));
        }
        catch (Exception fault) when (fault is TypeInitializationException or DllNotFoundException or BadImageFormatException)
        {
            return []; // the solver has no build for this machine; the greedy plan stands
        }
    }
}
