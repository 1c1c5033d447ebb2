using System.Collections.Immutable;

namespace SosLongitudinal.Study.Instruments.LifeCycle;

/// <summary>A choice that the next version leaves out stays in its list, marked as dropped: its code is never free for another meaning.</summary>
internal static class KeptChoices
{
    public static InstrumentDefinition In(InstrumentDefinition next, InstrumentDefinition? before)
    {
        if (before is null) return next;
        var lists = next.ChoiceLists;
        foreach (var item in next.Items)
        {
            if (item.Choices is not { } name || !lists.TryGetValue(name, out var choices) || before.ItemOf(item.Name) is not { } old || old.Type != item.Type) continue;
            var left = before.ChoicesOf(old).Where(o => choices.All(c => c.Code != o.Code)).Select(o => o with { Dropped = true }).ToList();
            if (left.Count > 0) lists = lists.SetItem(name, [.. choices, .. left]);
        }
        return ReferenceEquals(lists, next.ChoiceLists) ? next : next with { ChoiceLists = lists };
    }
}
