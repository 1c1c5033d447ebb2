using System.Collections.Immutable;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Instruments.Drafting;

/// <summary>Where a draft's items stand. Numbers stay until they are given anew: they are those of the paper form.</summary>
public static class ItemPlaces
{
    /// <summary>One place up or down; at the end of its section into the next one.</summary>
    public static Decision<InstrumentDefinition> Step(InstrumentDefinition draft, string name, bool up)
    {
        var (section, at) = Find(draft, name);
        if (section < 0) return DraftRefusals.NoItem(name);
        var items = draft.Sections[section].Items;
        var within = up ? at - 1 : at + 1;
        if (within >= 0 && within < items.Length) return With(draft, section, items.RemoveAt(at).Insert(within, items[at]));
        var next = section + (up ? -1 : 1);
        if (next < 0 || next >= draft.Sections.Length) return up ? DraftRefusals.First : DraftRefusals.Last;
        var there = draft.Sections[next].Items;
        return Tidied(With(With(draft, section, items.RemoveAt(at)), next, there.Insert(up ? there.Length : 0, items[at])));
    }

    /// <param name="after">The item that it comes after; empty: it becomes the first.</param>
    public static Decision<InstrumentDefinition> Put(InstrumentDefinition draft, string name, string after)
    {
        var (section, at) = Find(draft, name);
        if (section < 0) return DraftRefusals.NoItem(name);
        if (name == after) return draft;
        var item = draft.Sections[section].Items[at];
        var without = With(draft, section, draft.Sections[section].Items.RemoveAt(at));
        var (there, place) = after.Length == 0 ? (0, -1) : Find(without, after);
        return there < 0 ? DraftRefusals.NoItem(after) : Tidied(With(without, there, without.Sections[there].Items.Insert(place + 1, item)));
    }

    /// <summary>Items that a person answers are numbered from 1 in form order.</summary>
    public static InstrumentDefinition Numbered(InstrumentDefinition draft)
    {
        var number = 0;
        return draft with { Sections = [.. draft.Sections.Select(s => s with { Items = [.. s.Items.Select(i => i.Hidden || !i.Type.IsKeyed() ? i : i with { Number = ++number })] })] };
    }

    /// <summary>The item in front of another; <c>null</c> for the first of all.</summary>
    public static string? Before(InstrumentDefinition draft, string name) =>
        draft.Sections.SelectMany(s => s.Items).TakeWhile(i => i.Name != name).LastOrDefault()?.Name;

    /// <summary>A heading that nothing stands under any more goes, unless it has a name.</summary>
    internal static InstrumentDefinition Tidied(InstrumentDefinition draft) => draft with { Sections = [.. draft.Sections.Where(s => !s.Items.IsEmpty || s.Name is not null)] };

    private static InstrumentDefinition With(InstrumentDefinition draft, int section, ImmutableArray<Item> items) =>
        draft with { Sections = draft.Sections.SetItem(section, draft.Sections[section] with { Items = items }) };

    private static (int Section, int At) Find(InstrumentDefinition draft, string name)
    {
        for (var section = 0; section < draft.Sections.Length; section++)
            for (var at = 0; at < draft.Sections[section].Items.Length; at++)
                if (draft.Sections[section].Items[at].Name == name) return (section, at);
        return (-1, -1);
    }
}
