using System.Collections.Immutable;

namespace SosLongitudinal.Study.Logic.Rewriting;

/// <summary>Puts items behind what they are worked out from, in form order where that leaves a choice, and finds what waits for itself.</summary>
internal sealed class EvaluationOrder
{
    private enum Mark : byte { New, Open, Done }

    private readonly FormNames names;
    private readonly ImmutableArray<ItemPlan> items;
    private readonly ImmutableArray<RepeatPlan> repeats;
    private readonly Mark[] marks;
    private readonly ImmutableArray<int>.Builder order;
    private readonly List<LogicFault> cycles = [];
    private readonly HashSet<int> ringed = [];

    private EvaluationOrder(FormNames names, ImmutableArray<ItemPlan> items, ImmutableArray<RepeatPlan> repeats)
    {
        (this.names, this.items, this.repeats) = (names, items, repeats);
        marks = new Mark[items.Length + repeats.Length];
        order = ImmutableArray.CreateBuilder<int>(marks.Length);
    }

    public static (ImmutableArray<int> Order, IReadOnlyList<LogicFault> Cycles) Of(FormNames names, ImmutableArray<ItemPlan> items, ImmutableArray<RepeatPlan> repeats)
    {
        var form = new EvaluationOrder(names, items, repeats);
        for (var node = 0; node < form.marks.Length; node++) form.Visit(node);
        return (form.order.DrainToImmutable(), form.cycles);
    }

    /// <summary>Without recursion: a chain of calculations can be as long as the form.</summary>
    private void Visit(int start)
    {
        if (marks[start] != Mark.New) return;
        var path = new Stack<(int Node, IEnumerator<int> Waiting)>();
        Open(start);
        while (path.TryPeek(out var top))
        {
            if (!top.Waiting.MoveNext())
            {
                marks[top.Node] = Mark.Done;
                order.Add(top.Node);
                path.Pop();
            }
            else if (marks[top.Waiting.Current] == Mark.New) Open(top.Waiting.Current);
            else if (marks[top.Waiting.Current] == Mark.Open) Report([.. path.Select(p => p.Node).TakeWhile(n => n != top.Waiting.Current).Append(top.Waiting.Current).Reverse()]);
        }

        void Open(int node)
        {
            marks[node] = Mark.Open;
            path.Push((node, WaitsFor(node).GetEnumerator()));
        }
    }

    private IEnumerable<int> WaitsFor(int node)
    {
        if (node >= items.Length) return repeats[node - items.Length].Count is { } count ? Of(count) : [];
        var item = items[node];
        var all = item.Conditions.SelectMany(c => Of(c.Expression)).Concat(item.Calculation is { } calculation ? Of(calculation) : []);
        if (item is { Calculation: not null, ReadOnly: { } fixedWhen }) all = all.Concat(Of(fixedWhen));
        if (item.Gate >= 0) all = all.Append(item.Gate);
        if (item.Repeat >= 0) all = all.Append(items.Length + item.Repeat);
        return all;
    }

    private IEnumerable<int> Of(CompiledExpression expression) => expression.Items.Concat(expression.Counts.Select(c => items.Length + c));

    /// <summary>An item whose condition asks for itself, or a ring of items, each of which waits for the next.</summary>
    private void Report(ImmutableArray<int> ring)
    {
        if (ring.Any(ringed.Contains)) return; // part of a tangle that is named already
        ringed.UnionWith(ring);
        var named = ring.Select(NameOf).ToList();
        var first = ring[0];
        var part = first >= items.Length ? LogicPart.RepeatCount : items[first].Calculation?.Items.Contains(ring.Length > 1 ? ring[1] : first) == true ? LogicPart.Calculation : LogicPart.Relevant;
        var sentence = named.Count == 1
            ? $"{named[0]} waits for its own value. Take it out of its own expression."
            : $"{string.Join(" waits for ", named)}, which waits for {named[0]}. Take one of them out of the ring.";
        cycles.Add(new(named[0], part, new(1, sentence)));
    }

    private string NameOf(int node) => node < items.Length ? names.Definition.Items[node].Declared ?? names.Definition.Items[node].Name : repeats[node - items.Length].Name;
}
