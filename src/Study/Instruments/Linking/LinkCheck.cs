using System.Collections.Immutable;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Instruments.LifeCycle;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Instruments.Linking;

/// <summary>Whether a concordance fits the versions that it speaks of.</summary>
internal static class LinkCheck
{
    private const int Most = 5_000;
    private const int LongestNote = 500;

    public static Refusal? Fault(StudyInstrument instrument, StudyDesign design, ImmutableArray<ItemLink> links) =>
        links.Length > Most ? InstrumentRefusals.BadLink("links", $"A concordance holds at most {Most} links.")
        : links.GroupBy(l => (l.Item, l.From, l.To, l.Wave)).FirstOrDefault(g => g.Count() > 1) is { } twice ? InstrumentRefusals.BadLink(twice.Key.Item, $"{twice.Key.Item} is linked twice between versions {twice.Key.From} and {twice.Key.To}.")
        : links.Select(l => Fault(instrument, design, l)).FirstOrDefault(f => f is not null);

    private static Refusal? Fault(StudyInstrument instrument, StudyDesign design, ItemLink link)
    {
        Refusal No(string sentence) => InstrumentRefusals.BadLink(link.Item, sentence);
        if (Version(instrument, link.From) is not { } from) return InstrumentRefusals.UnknownVersion(instrument.Id, link.From);
        if (Version(instrument, link.To) is not { } to) return InstrumentRefusals.UnknownVersion(instrument.Id, link.To);
        if (link.From > link.To || (link.From == link.To && link.Wave is null)) return No($"A link goes from an earlier version to a later one, or is about one wave; {link.Item} goes from {link.From} to {link.To}.");
        if (link.Wave is { } wave && design.Wave(wave) is null) return StudyRefusals.UnknownWave(wave);
        if (from.ItemOf(link.Earlier()) is not { } earlier) return No($"Version {link.From} has no item {link.Earlier()}.");
        if (to.ItemOf(link.Item) is not { } later) return No($"Version {link.To} has no item {link.Item}.");
        if (link.Note?.Length > LongestNote) return No($"A note has at most {LongestNote} characters.");
        return link.Kind switch
        {
            LinkKind.NotComparable => string.IsNullOrWhiteSpace(link.Note) ? No($"Say in a note why {link.Item} cannot be compared.") : link.Recode.IsEmpty ? null : No($"{link.Item} cannot be compared, so it has no recode table."),
            LinkKind.Same => !link.Recode.IsEmpty ? No($"{link.Item} is the same, so it has no recode table.") : earlier.Type != later.Type ? No($"{link.Earlier()} and {link.Item} do not take the same kind of answer.") : null,
            LinkKind.Recoded => Table(link, from, earlier, to, later),
            _ => No("A link is 'same', 'recoded' or 'not-comparable'."),
        };
    }

    private static Refusal? Table(ItemLink link, InstrumentDefinition from, Item earlier, InstrumentDefinition to, Item later)
    {
        if (earlier.Type != later.Type || !IsCoded(earlier)) return InstrumentRefusals.BadLink(link.Item, $"Only items that take codes can be recoded; {link.Item} cannot.");
        if (link.Recode.IsEmpty) return InstrumentRefusals.BadLink(link.Item, $"Give the table by which version {link.From} of {link.Earlier()} is recoded.");
        if (link.Recode.GroupBy(p => p.Was).FirstOrDefault(g => g.Count() > 1) is { } twice) return InstrumentRefusals.BadLink(link.Item, $"The table recodes {twice.Key} of {link.Earlier()} twice.");
        var was = earlier.Type == ItemType.Number ? null : link.Recode.FirstOrDefault(p => from.ChoicesOf(earlier).All(c => c.Code != p.Was));
        if (was is not null) return InstrumentRefusals.BadLink(link.Item, $"{was.Was} is not a code of {link.Earlier()} in version {link.From}.");
        var becomes = later.Type == ItemType.Number ? null : link.Recode.FirstOrDefault(p => to.ChoicesOf(later).All(c => c.Code != p.Becomes));
        if (becomes is not null) return InstrumentRefusals.BadLink(link.Item, $"{becomes.Becomes} is not a code of {link.Item} in version {link.To}.");
        var left = earlier.Type == ItemType.Number ? null : from.ChoicesOf(earlier).FirstOrDefault(c => link.Recode.All(p => p.Was != c.Code) && to.ChoicesOf(later).All(t => t.Code != c.Code));
        return left is null ? null : InstrumentRefusals.BadLink(link.Item, $"The table says nothing of code {left.Code} of {link.Earlier()}, which version {link.To} no longer has.");
    }

    private static bool IsCoded(Item item) => item.Type is ItemType.Code or ItemType.Codes or ItemType.Number;

    private static InstrumentDefinition? Version(StudyInstrument instrument, int version) =>
        instrument.Find(version) ?? (instrument.Draft is { } draft && draft.Version == version ? draft : null);
}
