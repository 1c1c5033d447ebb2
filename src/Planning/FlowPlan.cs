using System.Collections.Immutable;
using Google.OrTools.Graph;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Diaries.Planning;

namespace SosLongitudinal.Planning;

/// <summary>
/// The plan of most points over blocks: each interviewer's free time is cut into blocks of a meeting with its travel, and families flow through the blocks of a day and the week's limit at
/// least cost (Google.OrTools). No plan over these blocks is worth more. Starts between the blocks it leaves to who comes after it.
/// </summary>
public static class FlowPlan
{
    /// <summary>More than a day has blocks, so that an earlier block decides between plans of equal points and never against points.</summary>
    private const int Scale = 128;

    public static ImmutableArray<Placement> Of(PlanBoard board)
    {
        var (network, flow) = (new FlowNodes(board), new MinCostFlow());
        var families = board.Problem.Families;
        var (toBlock, toDay, dayToBlock) = (new List<(int Arc, int Family, int Block)>(), new List<(int Arc, int Family, int Day)>(), new List<(int Arc, int Day, int Block)>());
        for (var f = 0; f < families.Length; f++)
        {
            flow.SetNodeSupply(f, 1);
            flow.AddArcWithCapacityAndUnitCost(f, network.Sink, 1, 0); // not booked
            if (families[f].Times.Bar is not null) continue;
            for (var d = 0; d < network.Days.Length; d++)
            {
                var day = network.Days[d];
                if (!PlanBoard.IsInWindow(families[f], day.Day)) continue;
                var cost = -(long)Scale * board.Points(families[f], day.Person, day.Day);
                var fitting = Enumerable.Range(day.FirstBlock, day.Blocks).Where(b => board.Fits(families[f], network.Blocks[b].Start)).ToList();
                if (fitting.Count == day.Blocks) toDay.Add((flow.AddArcWithCapacityAndUnitCost(f, network.NodeOfDay(d), 1, cost), f, d));
                else foreach (var b in fitting) toBlock.Add((flow.AddArcWithCapacityAndUnitCost(f, network.NodeOfBlock(b), 1, cost + b - day.FirstBlock), f, b));
            }
        }
        for (var d = 0; d < network.Days.Length; d++)
            for (var b = network.Days[d].FirstBlock; b < network.Days[d].FirstBlock + network.Days[d].Blocks; b++)
            {
                dayToBlock.Add((flow.AddArcWithCapacityAndUnitCost(network.NodeOfDay(d), network.NodeOfBlock(b), 1, b - network.Days[d].FirstBlock), d, b));
                flow.AddArcWithCapacityAndUnitCost(network.NodeOfBlock(b), network.NodeOfWeek(network.Days[d].Week), 1, 0);
            }
        for (var w = 0; w < network.Weeks.Length; w++)
            flow.AddArcWithCapacityAndUnitCost(network.NodeOfWeek(w), network.Sink, Math.Min(families.Length, board.LeftIn(network.Weeks[w].Person, network.Weeks[w].Monday)), 0);
        flow.SetNodeSupply(network.Sink, -families.Length);
        if (flow.Solve() != MinCostFlowBase.Status.OPTIMAL) return []; // every family may stay unbooked, so there is always a plan

        var blocksOfDay = dayToBlock.Where(a => flow.Flow(a.Arc) > 0).ToLookup(a => a.Day, a => a.Block);
        var alone = toBlock.Where(a => flow.Flow(a.Arc) > 0).Select(a => (a.Family, a.Block));
        var together = toDay.Where(a => flow.Flow(a.Arc) > 0).GroupBy(a => a.Day).SelectMany(g => g.Zip(blocksOfDay[g.Key], (a, block) => (a.Family, Block: block)));
        return [.. alone.Concat(together).Select(p => new Placement(p.Family, network.Blocks[p.Block].Person, network.Blocks[p.Block].Start)).OrderBy(p => p.Family)];
    }
}
