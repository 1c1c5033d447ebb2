namespace SosLongitudinal.Study.Instruments.Drafting.Joining;

/// <summary>Two orders made from one, joined: who added keeps the neighbour, who moved moves.</summary>
internal static class PartOrder
{
    /// <param name="stays">What is left in the end.</param>
    /// <param name="theirs">Parts that both moved and that stay where the other one put them.</param>
    public static List<string> Join(IReadOnlyList<string> basis, IReadOnlyList<string> mine, IReadOnlyList<string> other, Func<string, bool> stays, Func<string, bool> theirs)
    {
        var joined = new LinkedOrder(other.Where(stays));
        var (moved, movedByThem) = (Moved(basis, mine), Moved(basis, other));
        string? before = null;
        foreach (var part in mine.Where(stays))
        {
            if (!joined.Has(part) || (moved.Contains(part) && !(movedByThem.Contains(part) && theirs(part)))) joined.Put(part, before);
            before = part;
        }
        // what they added goes with what it stands behind, wherever that was moved
        var (known, sent) = (basis.ToHashSet(StringComparer.Ordinal), mine.ToHashSet(StringComparer.Ordinal));
        before = null;
        foreach (var part in other.Where(stays))
        {
            if (moved.Count > 0 && !known.Contains(part) && !sent.Contains(part)) joined.Put(part, before);
            before = part;
        }
        return joined.ToList();
    }

    /// <summary>Parts that both moved, each elsewhere.</summary>
    public static IEnumerable<string> Clashes(IReadOnlyList<string> basis, IReadOnlyList<string> mine, IReadOnlyList<string> other)
    {
        var both = Moved(basis, mine);
        both.IntersectWith(Moved(basis, other));
        return both.Where(part => Before(mine, part) != Before(other, part));
    }

    private static string? Before(IReadOnlyList<string> order, string part)
    {
        for (var at = 1; at < order.Count; at++) if (order[at] == part) return order[at - 1];
        return null;
    }

    /// <summary>What no longer stands in the order of the basis: all but the longest run that still rises.</summary>
    private static HashSet<string> Moved(IReadOnlyList<string> basis, IReadOnlyList<string> now)
    {
        var place = basis.Select((part, at) => (part, at)).ToDictionary(p => p.part, p => p.at, StringComparer.Ordinal);
        var kept = now.Where(place.ContainsKey).ToList();
        var (ends, back) = (new List<int>(), new int[kept.Count]);
        for (var at = 0; at < kept.Count; at++)
        {
            var (low, high) = (0, ends.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (place[kept[ends[middle]]] < place[kept[at]]) low = middle + 1;
                else high = middle;
            }
            back[at] = low == 0 ? -1 : ends[low - 1];
            if (low == ends.Count) ends.Add(at);
            else ends[low] = at;
        }
        var moved = kept.ToHashSet(StringComparer.Ordinal);
        for (var at = ends.Count == 0 ? -1 : ends[^1]; at >= 0; at = back[at]) moved.Remove(kept[at]);
        return moved;
    }
}

/// <summary>An order in which a part is put behind another in one step.</summary>
internal sealed class LinkedOrder
{
    private readonly LinkedList<string> order = new();
    private readonly Dictionary<string, LinkedListNode<string>> nodes = new(StringComparer.Ordinal);

    public LinkedOrder(IEnumerable<string> parts)
    {
        foreach (var part in parts) nodes[part] = order.AddLast(part);
    }

    public bool Has(string part) => nodes.ContainsKey(part);

    public void Put(string part, string? behind)
    {
        if (nodes.TryGetValue(part, out var there)) order.Remove(there);
        nodes[part] = behind is not null && nodes.TryGetValue(behind, out var before) ? order.AddAfter(before, part) : order.AddFirst(part);
    }

    public List<string> ToList() => [.. order];
}
