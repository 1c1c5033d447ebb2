using System.Collections.Immutable;
using SosLongitudinal.Study.Instruments.Drafting.Joining;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Instruments.LifeCycle;

/// <summary>Refusals about drafts, versions and the concordance. Codes are public and never reworded.</summary>
public static class InstrumentRefusals
{
    public static readonly Refusal NoDraft = new("instrument.no-draft", "This instrument has no draft. Start one first.", RefusalKind.Conflict);
    public static readonly Refusal TooLong = new("instrument.too-long", "A definition holds at most 4 MB of text and 20,000 items, repeats counted.");

    public static Refusal Unknown(InstrumentId id) => new("instrument.unknown", $"There is no instrument '{id}'.", RefusalKind.NotFound);
    public static Refusal UnknownVersion(InstrumentId id, int version) => new("instrument.unknown-version", $"'{id}' has no published version {version}.", RefusalKind.NotFound);
    public static Refusal OtherId(InstrumentId id, InstrumentId sent) => new("instrument.other-id", $"The definition is of '{sent}'; this is '{id}'. An instrument keeps its id for life.");
    public static Refusal Unchanged(InstrumentId id, int version) => new("instrument.unchanged", $"The draft of '{id}' says the same as version {version}. There is nothing to publish.", RefusalKind.Conflict);
    public static Refusal NotText(string why) => new Refusal("instrument.not-a-definition", $"This is not an instrument definition: {why}").At("definition");
    public static Refusal BadLink(string item, string sentence) => new Refusal("instrument.link", sentence).At(item);
    public static Refusal BadCase(string name, string sentence) => new Refusal("instrument.case", sentence).At(name);

    public static Refusal CaseTaken(string name) => new Refusal("instrument.case-taken", $"There is a test case '{name}' already. Give this one another name, or say that it takes the other's place.", RefusalKind.Conflict).At("name");
    public static Refusal NoCase(string name) => new("instrument.no-case", $"There is no test case '{name}'.", RefusalKind.NotFound);

    public static Refusal LinksChanged(DeclaredBy? last, ImmutableArray<DraftClash> clashes) => ListChanged("instrument.links-changed", "concordance", last, clashes);
    public static Refusal CasesChanged(DeclaredBy? last, ImmutableArray<DraftClash> clashes) => ListChanged("instrument.cases-changed", "test cases", last, clashes);

    /// <summary>One fault for each row that both changed; its field is the row's key, by which a choice is sent. Without clashes the list was never as it was said to be.</summary>
    private static Refusal ListChanged(string code, string list, DeclaredBy? last, ImmutableArray<DraftClash> clashes) => new(code, clashes.IsEmpty
        ? $"There is no revision of the {list} such as you say. Get the {list} again ({(last is null ? "nobody has declared any yet" : $"revision {last.Revision} now")}), and make your change on that."
        : $"{string.Join(" and ", clashes.Select(c => c.By).Distinct())} changed the {list} where you changed them too, since you began. Nothing was saved: choose yours or theirs for each, seen at revision {last?.Revision ?? 0}.", RefusalKind.Conflict)
    {
        Faults = [.. clashes.Select(Fault)],
    };

    public static Refusal DraftExists(StudyInstrument instrument) => new("instrument.draft-exists",
        $"There is a draft already: {instrument.DraftedBy} changed it last on {DayWords.Of(instrument.DraftedAt)}. Say which revision you began on (it is {instrument.DraftRevision} now), or that yours takes its place.", RefusalKind.Conflict);

    public static Refusal NoRevision(string header) => new("instrument.no-revision", $"'{header}' is no revision. If-Match holds the number that it was got with, such as 7, or * for whatever is there.");

    public static Refusal DraftGone(DraftEnd? end) => new("instrument.draft-gone", end is null
        ? "The draft is not of that revision. Get it again, and make your change on that."
        : $"On {DayWords.Of(end.At)} {end.By} {(end.Published ? "published" : "discarded")} the draft that you began on. Look at what is there now before you change it.", RefusalKind.Conflict);

    public static Refusal ChangedSince(StudyInstrument instrument) => new("instrument.draft-changed",
        $"{instrument.DraftedBy} changed the draft on {DayWords.Of(instrument.DraftedAt)}, after you looked at it. Look at it again first.", RefusalKind.Conflict);

    /// <summary>One fault for each part that both changed; its field is the part's key, by which a choice is sent.</summary>
    public static Refusal Overtaken(int revision, ImmutableArray<DraftClash> clashes) => new("instrument.draft-overtaken",
        $"{string.Join(" and ", clashes.Select(c => c.By).Distinct())} changed what you changed too, since you began. Nothing was saved: choose yours or theirs for each part, seen at revision {revision}.", RefusalKind.Conflict)
    {
        Faults = [.. clashes.Select(Fault)],
    };

    private static FieldFault Fault(DraftClash c) => new(c.Part, $"{c.By} changed {PartText.Called(c.Part)} on {DayWords.Of(c.At)}. There now: {Said(c.Theirs)}. Yours: {Said(c.Mine)}.");

    private static string Said(ImmutableArray<(string Property, string Text)> part) => part.IsEmpty ? "dropped" : string.Join("; ", part.Select(p => $"{p.Property} '{p.Text}'"));

    public static Refusal CannotPublish(InstrumentDefinition draft, ImmutableArray<Clash> clashes) => new(
        "instrument.cannot-publish",
        clashes.Length == 1
            ? $"{draft.Title} cannot be published as version {draft.Version} yet. {clashes[0].Sentence}"
            : $"{draft.Title} cannot be published as version {draft.Version} yet: {clashes.Length} things stand in the way.")
    {
        Faults = [.. clashes.Select(c => new FieldFault(c.Where, c.Sentence))],
    };
}
