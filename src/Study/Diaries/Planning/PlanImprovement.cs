using System.Collections.Immutable;

namespace SosLongitudinal.Study.Diaries.Planning;

/// <summary>Moves one family of a plan after another to a free start that is worth more, while there is any: a plan over blocks gains the starts between them.</summary>
public static class PlanImprovement
{
    private const int Passes = 3;

    /// <summary>Worth as much as the plan at least; who was not in it is placed where something is left.</summary>
    public static ImmutableArray<Placement> Of(PlanBoard board, ImmutableArray<Placement> plan)
    {
        plan = GreedyPlan.Completed(board, plan);
        for (var (pass, gained) = (0, true); gained && pass < Passes; pass++)
        {
            gained = false;
            for (var i = 0; i < plan.Length; i++)
            {
                if (GreedyPlan.Best(board, new FreeStarts(board, plan.RemoveAt(i)), plan[i].Family) is not { } best || board.Points([best]) <= board.Points([plan[i]])) continue;
                plan = plan.SetItem(i, best);
                gained = true;
            }
        }
        return GreedyPlan.Completed(board, plan);
    }
}
