using System.Collections.Immutable;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Diaries.Planning;
using SosLongitudinal.Study.Diaries.Slots;

namespace SosLongitudinal.Planning;

/// <summary>A block that one meeting with its travel takes.</summary>
internal readonly record struct Block(int Person, OpenStart Start);

/// <summary>One interviewer's day, with its blocks side by side.</summary>
internal readonly record struct PersonDay(int Person, DateOnly Day, int Week, int FirstBlock, int Blocks);

internal readonly record struct PersonWeek(int Person, DateOnly Monday);

/// <summary>The nodes of the network: families first, then days, blocks, weeks, and the sink.</summary>
internal sealed class FlowNodes
{
    private readonly int families;

    public FlowNodes(PlanBoard board)
    {
        families = board.Problem.Families.Length;
        var (days, blocks, weeks) = (new List<PersonDay>(), new List<Block>(), new List<PersonWeek>());
        for (var person = 0; person < board.Starts.Length; person++)
            foreach (var day in Cut(board.Starts[person], board.Apart).GroupBy(s => s.Day))
            {
                var week = new PersonWeek(person, LocalTimes.Monday(day.Key));
                if (weeks.Count == 0 || weeks[^1] != week) weeks.Add(week);
                var first = blocks.Count;
                blocks.AddRange(day.Select(start => new Block(person, start)));
                days.Add(new(person, day.Key, weeks.Count - 1, first, blocks.Count - first));
            }
        (Days, Blocks, Weeks) = ([.. days], [.. blocks], [.. weeks]);
    }

    public ImmutableArray<PersonDay> Days { get; }

    public ImmutableArray<Block> Blocks { get; }

    public ImmutableArray<PersonWeek> Weeks { get; }

    public int Sink => families + Days.Length + Blocks.Length + Weeks.Length;

    public int NodeOfDay(int day) => families + day;

    public int NodeOfBlock(int block) => families + Days.Length + block;

    public int NodeOfWeek(int week) => families + Days.Length + Blocks.Length + week;

    /// <summary>As many as go into each free stretch, from its first start on.</summary>
    private static IEnumerable<OpenStart> Cut(IEnumerable<OpenStart> starts, TimeSpan apart)
    {
        OpenStart? last = null;
        foreach (var start in starts)
        {
            if (last is { } before && start.Start - before.Start < apart) continue;
            last = start;
            yield return start;
        }
    }
}
