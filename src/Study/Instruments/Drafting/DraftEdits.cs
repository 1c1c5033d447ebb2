using System.Collections.Immutable;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Instruments.Drafting;

/// <summary>What can be said of one item by a page's fields; the rest stays as it is, or is said in the definition's text.</summary>
/// <param name="Choices">One a line; for items that take codes.</param>
/// <param name="ForAll">The choices change for every item that shares the list; otherwise the item gets a list of its own.</param>
public sealed record ItemWords(int Number, string? Label, string? Hint, bool Required, string? Relevant, string? Choices, bool ForAll);

/// <summary>Small changes to a draft. Each gives the whole definition anew.</summary>
public static class DraftEdits
{
    public static Decision<InstrumentDefinition> Details(InstrumentDefinition draft, string? title, string? note, string? licence) =>
        string.IsNullOrWhiteSpace(title) ? DraftRefusals.NoTitle : draft with { Title = title.Trim(), Note = Text(note), Licence = Text(licence) ?? draft.Licence };

    public static Decision<InstrumentDefinition> Change(InstrumentDefinition draft, string name, ItemWords words) => Declared(draft, name).Then(item =>
    {
        var next = item with { Number = words.Number, Label = Text(words.Label), Hint = Text(words.Hint), Required = words.Required, Relevant = Text(words.Relevant) };
        if (!TakesCodes(item.Type)) return (Decision<InstrumentDefinition>)Replace(draft, item, next);
        return ChoiceLines.Read(words.Choices, draft.ChoicesOf(item)).Select(choices => WithChoices(draft, item, next, choices, words.ForAll));
    });

    /// <param name="after">The item that it comes after; absent: at the end.</param>
    public static Decision<InstrumentDefinition> Add(InstrumentDefinition draft, string name, ItemType type, ItemWords words, string? after)
    {
        if (!IsName(name)) return DraftRefusals.BadName(name);
        if (draft.ItemOf(name) is not null || draft.Scales.Any(s => s.Name == name)) return DraftRefusals.NameTaken(name);
        if (!Enum.IsDefined(type)) return DraftRefusals.NoSuchType;
        var item = new Item { Name = name, Number = words.Number, Type = type, Label = Text(words.Label), Hint = Text(words.Hint), Required = words.Required, Relevant = Text(words.Relevant), OwnName = true };
        var section = draft.Sections.FindIndex(s => s.Items.Any(i => i.Name == after));
        var placed = section >= 0 && after is not null
            ? Insert(draft, section, draft.Sections[section].Items.FindIndex(i => i.Name == after) + 1, item)
            : draft.Sections.IsEmpty ? draft with { Sections = [new Section("", [item])] } : Insert(draft, draft.Sections.Length - 1, draft.Sections[^1].Items.Length, item);
        return TakesCodes(type) ? ChoiceLines.Read(words.Choices, []).Select(choices => WithChoices(placed, item, item, choices, forAll: false)) : placed;
    }

    public static Decision<InstrumentDefinition> Drop(InstrumentDefinition draft, string name) => Declared(draft, name).Then(item => draft.Items.Length == 1
        ? DraftRefusals.LastItem
        : (Decision<InstrumentDefinition>)(draft with { Sections = [.. draft.Sections.Select(s => s with { Items = [.. s.Items.Where(i => i.Name != name)] }).Where(s => !s.Items.IsEmpty || s.Name is not null)] }));

    /// <summary>How many other items take their choices from the same list.</summary>
    public static int Sharing(InstrumentDefinition draft, Item item) =>
        item.Choices is { } list ? draft.Sections.SelectMany(s => s.Items).Count(i => i.Choices == list && i.Name != item.Name) : 0;

    public static bool TakesCodes(ItemType type) => type is ItemType.Code or ItemType.Codes or ItemType.Ranking;

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

    private static bool IsName(string name) => name.Length is > 0 and <= 64 && name[0] is >= 'a' and <= 'z' && name.All(c => c is >= 'a' and <= 'z' or >= '0' and <= '9' or '_');
}
