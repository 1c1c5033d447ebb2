using System.Collections.Immutable;

namespace SosLongitudinal.Study.Logic.Rewriting;

/// <summary>A condition of an item or of a section over it, worked out once for all items below it.</summary>
internal sealed record Condition(int Index, CompiledExpression Expression);

/// <summary>What is asked of one item as laid out.</summary>
internal sealed record ItemPlan
{
    public ImmutableArray<Condition> Conditions { get; init; } = [];

    /// <summary>The item of its simple gate; -1 where it has none.</summary>
    public int Gate { get; init; } = -1;

    public CompiledExpression? Calculation { get; init; }

    public CompiledExpression? Constraint { get; init; }

    public CompiledExpression? Filter { get; init; }

    public CompiledExpression? Default { get; init; }

    public CompiledExpression? Required { get; init; }

    public CompiledExpression? ReadOnly { get; init; }

    /// <summary>Whether something is to be said of its answer once all answers are known.</summary>
    public bool Asks => (Constraint ?? Filter ?? Required ?? ReadOnly) is not null;

    /// <summary>Its repeating section as an index; -1 where it is asked once.</summary>
    public int Repeat { get; init; } = -1;
}

/// <summary>A repeating section: how often it is said to apply (<c>null</c>: as often as it was filled in), and how often it can.</summary>
internal sealed record RepeatPlan(string Name, CompiledExpression? Count, int Most);

/// <summary>A form's expressions by item, and the order in which they can be worked out.</summary>
/// <param name="Order">Items, and after them repeating sections, by index: a section that is counted before its items.</param>
internal sealed record FormPlan(
    ImmutableArray<ItemPlan> Items, ImmutableArray<RepeatPlan> Repeats, ImmutableArray<int> Order, int Conditions, bool HasExpressions, ImmutableArray<LogicFault> Faults)
{
    /// <summary>Where the items come from that a computed item is worked out of.</summary>
    public IReadOnlySet<int> Sources(int item)
    {
        var sources = new SortedSet<int>();
        var open = new Stack<int>([item]);
        while (open.TryPop(out var next))
            foreach (var source in Items[next].Calculation?.Items ?? [])
                if (sources.Add(source)) open.Push(source);
        return sources;
    }
}
