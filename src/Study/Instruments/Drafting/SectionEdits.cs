using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Instruments.Drafting;

/// <summary>What can be said of one section by a page's fields.</summary>
/// <param name="Repeat">How often it can be filled in; absent: once.</param>
public sealed record SectionWords(string? Title, string? Relevant, int? Repeat, string? RepeatCount);

/// <summary>Small changes to a draft's sections, which are known by their place, from 0.</summary>
public static class SectionEdits
{
    private const int MostTimes = 100;

    /// <param name="after">The section that it comes after; -1 is the start.</param>
    public static Decision<InstrumentDefinition> Add(InstrumentDefinition draft, SectionWords words, int after)
    {
        if (Fault(words) is { } no) return no;
        var added = Said(new Section("", []) { Name = FreeName(draft, words.Title!) }, words);
        return DraftedExpressions.Checked(draft with { Sections = draft.Sections.Insert(Math.Clamp(after + 1, 0, draft.Sections.Length), added) }, added.Name!);
    }

    public static Decision<InstrumentDefinition> Change(InstrumentDefinition draft, int at, SectionWords words)
    {
        if (at < 0 || at >= draft.Sections.Length) return DraftRefusals.NoSection;
        if (Fault(words) is { } no) return no;
        var was = draft.Sections[at];
        // a section goes on after an inner one under the same name, and what is said of it is said of both
        var name = was.Name ?? (words.Repeat is null && words.Relevant is null ? null : FreeName(draft, words.Title!));
        var next = draft with { Sections = [.. draft.Sections.Select((s, i) => i == at ? Said(s with { Name = name }, words) : s.Name is not null && s.Name == was.Name ? Said(s, words) : s)] };
        var blamed = next.Sections[at].Items.FirstOrDefault()?.Name;
        return DraftedExpressions.Checked(next, name ?? "").Then(checkedNext => blamed is null || draft.Sections[at].Relevant == next.Sections[at].Relevant ? checkedNext : DraftedExpressions.Checked(checkedNext, blamed));
    }

    /// <summary>The heading goes; its items join the section in front of it, or the one behind it where it is the first.</summary>
    public static Decision<InstrumentDefinition> Drop(InstrumentDefinition draft, int at)
    {
        if (at < 0 || at >= draft.Sections.Length) return DraftRefusals.NoSection;
        if (draft.Sections.Length == 1) return draft.Sections[0].Title.Length == 0 ? DraftRefusals.NoSection : draft with { Sections = [new Section("", draft.Sections[0].Items)] };
        var section = draft.Sections[at];
        var into = at == 0 ? 1 : at - 1;
        var joined = draft.Sections[into] with { Items = at == 0 ? section.Items.AddRange(draft.Sections[into].Items) : draft.Sections[into].Items.AddRange(section.Items) };
        var left = draft.Sections.SetItem(into, joined).RemoveAt(at);
        return draft with { Sections = section.Name is null ? left : [.. left.Select(s => s.Parent == section.Name && left.All(o => o.Name != section.Name) ? s with { Parent = section.Parent } : s)] };
    }

    /// <summary>With all its items, one section up or down.</summary>
    public static Decision<InstrumentDefinition> Step(InstrumentDefinition draft, int at, bool up)
    {
        if (at < 0 || at >= draft.Sections.Length) return DraftRefusals.NoSection;
        var to = up ? at - 1 : at + 1;
        if (to < 0 || to >= draft.Sections.Length) return up ? DraftRefusals.First : DraftRefusals.Last;
        return draft with { Sections = draft.Sections.RemoveAt(at).Insert(to, draft.Sections[at]) };
    }

    private static Refusal? Fault(SectionWords words) =>
        string.IsNullOrWhiteSpace(words.Title) ? DraftRefusals.NoTitle : words.Repeat is < 1 or > MostTimes ? DraftRefusals.BadRepeat(MostTimes) : words.Repeat is null && words.RepeatCount is not null ? DraftRefusals.CountWithoutMost : null;

    private static Section Said(Section section, SectionWords words) => section with { Title = words.Title!.Trim(), Relevant = words.Relevant, Repeat = words.Repeat, RepeatCount = words.RepeatCount };

    private static string FreeName(InstrumentDefinition draft, string title)
    {
        var letters = new string([.. title.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_')]).Trim('_');
        var name = letters.Length == 0 || !char.IsAsciiLetter(letters[0]) ? $"section_{letters}" : letters;
        name = name[..Math.Min(name.Length, 40)];
        var free = name;
        for (var n = 2; draft.Sections.Any(s => s.Name == free) || draft.ItemOf(free) is not null; n++) free = $"{name}_{n}";
        return free;
    }
}
