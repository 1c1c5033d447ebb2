using System.Collections.Immutable;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Instruments.Drafting;

/// <summary>Small changes to a draft. Each gives the whole definition anew.</summary>
public static class DraftEdits
{
    public static Decision<InstrumentDefinition> Details(InstrumentDefinition draft, string? title, string? note, string? licence) =>
        string.IsNullOrWhiteSpace(title) ? DraftRefusals.NoTitle : draft with { Title = title.Trim(), Note = Text(note), Licence = Text(licence) ?? draft.Licence };

    public static Decision<InstrumentDefinition> Change(InstrumentDefinition draft, string name, ItemWords words) => Declared(draft, name).Then(item =>
    {
        var next = Said(item, words);
        if (Fault(next) is { } no) return no;
        if (!TakesCodes(item.Type)) return DraftedExpressions.Checked(Replace(draft, item, next), name);
        return ChoiceLines.Read(words.Choices, draft.ChoicesOf(item)).Then(choices => DraftedExpressions.Checked(WithChoices(draft, item, next, choices, words.ForAll), name));
    });

    /// <param name="after">The item that it comes after; absent: at the end.</param>
    /// <param name="into">In place of that: the section that it comes last in, by its place from 0.</param>
    public static Decision<InstrumentDefinition> Add(InstrumentDefinition draft, string name, ItemType type, ItemWords words, string? after, int? into = null)
    {
        if (!IsName(name)) return DraftRefusals.BadName(name);
        if (draft.ItemOf(name) is not null || draft.Scales.Any(s => s.Name == name)) return DraftRefusals.NameTaken(name);
        if (!Enum.IsDefined(type)) return DraftRefusals.NoSuchType;
        var item = Said(new Item { Name = name, Number = words.Number, Type = type, OwnName = true }, words);
        if (Fault(item) is { } no) return no;
        if (TakesCodes(type) && words.List is { } list) item = draft.ChoiceLists.ContainsKey(list) ? item with { Choices = list } : item;
        var section = draft.Sections.FindIndex(s => s.Items.Any(i => i.Name == after));
        var placed = into is { } at && at >= 0 && at < draft.Sections.Length ? Insert(draft, at, draft.Sections[at].Items.Length, item) : section >= 0 && after is not null
            ? Insert(draft, section, draft.Sections[section].Items.FindIndex(i => i.Name == after) + 1, item)
            : draft.Sections.IsEmpty ? draft with { Sections = [new Section("", [item])] } : Insert(draft, draft.Sections.Length - 1, draft.Sections[^1].Items.Length, item);
        return TakesCodes(type) && item.Choices is null
            ? ChoiceLines.Read(words.Choices, []).Then(choices => DraftedExpressions.Checked(WithChoices(placed, item, item, choices, forAll: false), name))
            : DraftedExpressions.Checked(placed, name);
    }

    public static Decision<InstrumentDefinition> Drop(InstrumentDefinition draft, string name) => Declared(draft, name).Then(item => draft.Items.Length == 1
        ? DraftRefusals.LastItem
        : (Decision<InstrumentDefinition>)ItemPlaces.Tidied(draft with { Sections = [.. draft.Sections.Select(s => s with { Items = [.. s.Items.Where(i => i.Name != name)] })] }));

    /// <summary>An item of an earlier version that the draft no longer has, as it was, behind the item that it stood behind.</summary>
    public static Decision<InstrumentDefinition> BringBack(InstrumentDefinition draft, InstrumentDefinition earlier, string name)
    {
        if (draft.Sections.Any(s => s.Items.Any(i => i.Name == name))) return draft;
        return Declared(earlier, name).Select(item =>
        {
            var before = earlier.Sections.SelectMany(s => s.Items).TakeWhile(i => i.Name != name).LastOrDefault(i => draft.Sections.Any(s => s.Items.Any(d => d.Name == i.Name)))?.Name;
            var list = item.Choices is { } called && draft.ChoiceLists.ContainsKey(called) && !draft.ChoicesOf(item).SequenceEqual(earlier.ChoicesOf(item)) ? FreeList(draft, name) : item.Choices;
            var back = draft with { ChoiceLists = list is null ? draft.ChoiceLists : draft.ChoiceLists.SetItem(list, earlier.ChoicesOf(item)) };
            var at = back.Sections.FindIndex(s => before is null || s.Items.Any(i => i.Name == before));
            var placed = item with { Choices = list };
            return at < 0 ? back with { Sections = back.Sections.Add(new Section("", [placed])) } : Insert(back, at, before is null ? 0 : back.Sections[at].Items.FindIndex(i => i.Name == before) + 1, placed);
        });
    }

    /// <summary>How many other items take their choices from the same list.</summary>
    public static int Sharing(InstrumentDefinition draft, Item item) =>
        item.Choices is { } list ? draft.Sections.SelectMany(s => s.Items).Count(i => i.Choices == list && i.Name != item.Name) : 0;

    public static bool TakesCodes(ItemType type) => type is ItemType.Code or ItemType.Codes or ItemType.Ranking;

    private static Item Said(Item item, ItemWords words)
    {
        var said = item with { Number = words.Number, Label = Text(words.Label), Hint = Text(words.Hint), Required = words.Required, Relevant = Text(words.Relevant) };
        return words.Rules?.In(said) ?? said;
    }

    private static Refusal? Fault(Item item) =>
        item.Min > item.Max ? DraftRefusals.LeastAboveGreatest
        : item.Type == ItemType.Computed && item.Calculation is null ? DraftRefusals.NoCalculation
        : null;

    private static InstrumentDefinition WithChoices(InstrumentDefinition draft, Item was, Item next, ImmutableArray<Choice> choices, bool forAll)
    {
        var own = was.Choices is { } list && (forAll || Sharing(draft, was) == 0) ? list : FreeList(draft, next.Name);
        if (was.Choices is { } same && draft.ChoiceLists.TryGetValue(same, out var before) && before.Where(c => !c.Dropped).SequenceEqual(choices)) return Replace(draft, was, next);
        var kept = draft.ChoicesOf(was).Where(c => c.Dropped && choices.All(n => n.Code != c.Code));
        return Replace(draft with { ChoiceLists = draft.ChoiceLists.SetItem(own, [.. choices, .. kept]) }, was, next with { Choices = own });
    }

    private static string FreeList(InstrumentDefinition draft, string name)
    {
        var list = name;
        for (var n = 2; draft.ChoiceLists.ContainsKey(list); n++) list = $"{name}_{n}";
        return list;
    }

    private static InstrumentDefinition Replace(InstrumentDefinition draft, Item was, Item next) =>
        draft with { Sections = [.. draft.Sections.Select(s => s with { Items = [.. s.Items.Select(i => i.Name == was.Name ? next : i)] })] };

    private static InstrumentDefinition Insert(InstrumentDefinition draft, int section, int at, Item item) =>
        draft with { Sections = draft.Sections.SetItem(section, draft.Sections[section] with { Items = draft.Sections[section].Items.Insert(at, item) }) };

    private static Decision<Item> Declared(InstrumentDefinition draft, string name) =>
        draft.Sections.SelectMany(s => s.Items).FirstOrDefault(i => i.Name == name) is { } item ? item : DraftRefusals.NoItem(name);

    private static int FindIndex<T>(this ImmutableArray<T> all, Func<T, bool> fits)
    {
        for (var i = 0; i < all.Length; i++) if (fits(all[i])) return i;
        return -1;
    }

    private static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();

    internal static bool IsName(string name) => name.Length is > 0 and <= 64 && name[0] is >= 'a' and <= 'z' && name.All(c => c is >= 'a' and <= 'z' or >= '0' and <= '9' or '_');
}
