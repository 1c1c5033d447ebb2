using System.Collections.Immutable;

namespace SosLongitudinal.Grains.Registers;

/// <summary>The first so many of the cursors offered, in order, and whether there were more.</summary>
internal sealed class NearestPlaces(int take)
{
    private static readonly Comparer<FamilyCursor> LastFirst = Comparer<FamilyCursor>.Create((a, b) => b.CompareTo(a));
    private readonly PriorityQueue<FamilyCursor, FamilyCursor> held = new(take + 1, LastFirst);

    public bool More { get; private set; }

    public void Offer(FamilyCursor cursor)
    {
        if (held.Count < take)
        {
            held.Enqueue(cursor, cursor);
            return;
        }
        More = true;
        if (cursor.CompareTo(held.Peek()) < 0) held.DequeueEnqueue(cursor, cursor);
    }

    public ImmutableArray<FamilyCursor> InOrder() => [.. held.UnorderedItems.Select(i => i.Element).Order()];
}
