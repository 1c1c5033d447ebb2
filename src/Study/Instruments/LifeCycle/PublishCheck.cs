using System.Collections.Immutable;
using SosLongitudinal.Study.Instruments.Cases;
using SosLongitudinal.Study.Instruments.Linking;

namespace SosLongitudinal.Study.Instruments.LifeCycle;

/// <summary>
/// What stands in the way of publishing a draft: what does not fit within it, and what would give a published name or code another meaning without a link in
/// the concordance that says so.
/// </summary>
public static class PublishCheck
{
    /// <summary>Names of tables that no instrument or group can have.</summary>
    private static readonly ImmutableArray<string> Reserved = ["families", "worker-spells"];

    public static ImmutableArray<Clash> Of(StudyInstrument instrument, InstrumentDefinition draft, InstrumentShelf shelf) =>
    [
        .. DefinitionCheck.Clashes(draft),
        .. Form(instrument.Newest(), draft, shelf),
        .. Names(instrument, draft),
        .. Cases(instrument, draft),
    ];

    private static IEnumerable<Clash> Form(InstrumentDefinition? before, InstrumentDefinition draft, InstrumentShelf shelf)
    {
        if (draft.Items.IsEmpty) yield return new(draft.Id.Text, "The form has no items.");
        var table = draft.Group ?? draft.Id.Text;
        if (Reserved.Contains(table)) yield return new("group", $"'{table}' is the name of a table of the study. Choose another id or group.");
        if (draft.Group is null && shelf.Newest.Any(d => d.Id != draft.Id && d.Group == table)) yield return new("id", $"'{table}' is the name of a group of instruments. Choose another id.");
        if (before is null) yield break;
        if (before.Subject != draft.Subject) yield return new("subject", $"The form is about a {Word(before.Subject)} and cannot come to be about a {Word(draft.Subject)}. Publish it under an id of its own.");
        if (before.Group != draft.Group || before.Prefix != draft.Prefix) yield return new("group", "The form's group and prefix name its columns and stay as they are.");
    }

    private static IEnumerable<Clash> Names(StudyInstrument instrument, InstrumentDefinition draft)
    {
        var known = new Dictionary<string, (InstrumentDefinition Of, Item Item)>();
        foreach (var version in instrument.Published())
        {
            foreach (var item in version.Items) known[item.Name] = (version, item);
            foreach (var scale in version.Scales.Where(s => draft.ItemOf(s.Name) is not null)) yield return new(scale.Name, $"{scale.Name} is a scale of version {version.Version} and cannot become an item.");
        }
        foreach (var item in draft.Items)
        {
            if (known.TryGetValue(item.Name, out var was)) foreach (var clash in OfItem(instrument, draft, item, was.Of, was.Item)) yield return clash;
            else if (Renamed(instrument, draft, item) is { } old) yield return new(item.Name, $"{item.Name} asks what {old.Name} asked in version {instrument.Newest()!.Version}. A published name stays: call it {old.Name} again, or declare in the concordance that the two cannot be compared.");
        }
        foreach (var scale in draft.Scales.Where(s => known.ContainsKey(s.Name))) yield return new(scale.Name, $"{scale.Name} is an item of version {known[scale.Name].Of.Version} and cannot become a scale.");
    }

    private static IEnumerable<Clash> OfItem(StudyInstrument instrument, InstrumentDefinition draft, Item item, InstrumentDefinition earlier, Item was)
    {
        if (item.Type != was.Type)
        {
            yield return new(item.Name, $"{item.Name} takes a {Word(was.Type)} in version {earlier.Version} and would take a {Word(item.Type)}. Give the new question a name of its own.");
            yield break;
        }
        if (IsDeclared(instrument, draft, item.Name, earlier.Version)) yield break;
        foreach (var choice in draft.ChoicesOf(item))
        {
            if (earlier.ChoicesOf(was).FirstOrDefault(c => c.Code == choice.Code) is { } old && Differ(old.Label, choice.Label))
                yield return new(item.Name, $"Code {choice.Code} of {item.Name} meant '{old.Label}' in version {earlier.Version} and would mean '{choice.Label}'. Give '{choice.Label}' a code of its own, or declare in the concordance how version {earlier.Version} is recoded, that it is the same in other words, or that it cannot be compared.");
        }
    }

    /// <summary>The item of the newest version that comes back under another name: the same question, asked in the same place no more.</summary>
    private static Item? Renamed(StudyInstrument instrument, InstrumentDefinition draft, Item item) =>
        item.Label is null || instrument.Newest() is not { } newest || instrument.Links.Any(l => l.To == draft.Version && l.Item == item.Name && l.Kind == LinkKind.NotComparable) ? null
        : newest.Items.FirstOrDefault(old => old.Instance == 0 && draft.ItemOf(old.Name) is null && old.Type == item.Type && old.Label is not null && !Differ(old.Label, item.Label));

    private static bool IsDeclared(StudyInstrument instrument, InstrumentDefinition draft, string item, int from) =>
        instrument.Links.Any(l => l.Item == item && l.To == draft.Version && l.From == from && l.Wave is null);

    private static IEnumerable<Clash> Cases(StudyInstrument instrument, InstrumentDefinition draft) =>
        CaseRun.Of(draft, instrument.Cases).Where(r => !r.Holds).Select(r => new Clash($"case {r.Name}", $"Test case '{r.Name}' does not hold: {string.Join(" ", r.Faults)}"));

    /// <summary>Two wordings, both given, that differ by more than case, spaces and a full stop.</summary>
    private static bool Differ(string? one, string? other) => one is not null && other is not null && !string.Equals(Plain(one), Plain(other), StringComparison.OrdinalIgnoreCase);

    private static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.');

    private static string Word(InstrumentSubject subject) => subject.ToString().ToLowerInvariant();

    private static string Word(ItemType type) => ItemTypeWords.Of(type);
}
