using System.Collections.Immutable;
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

    public static Refusal CannotPublish(InstrumentDefinition draft, ImmutableArray<Clash> clashes) => new(
        "instrument.cannot-publish",
        clashes.Length == 1
            ? $"{draft.Title} cannot be published as version {draft.Version} yet. {clashes[0].Sentence}"
            : $"{draft.Title} cannot be published as version {draft.Version} yet: {clashes.Length} things stand in the way.")
    {
        Faults = [.. clashes.Select(c => new FieldFault(c.Where, c.Sentence))],
    };
}
