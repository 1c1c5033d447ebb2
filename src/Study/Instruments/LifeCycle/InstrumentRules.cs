using System.Collections.Immutable;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Instruments.Cases;
using SosLongitudinal.Study.Instruments.Linking;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Instruments.LifeCycle;

/// <summary>Decisions about one instrument's versions.</summary>
public static class InstrumentRules
{
    /// <summary>
    /// Takes a definition as the draft of the next version, whatever version it names. Choices that it leaves out of an item's list are kept as dropped, so that
    /// their codes keep their meaning. A draft may still have faults; publishing may not.
    /// </summary>
    public static Decision<ImmutableArray<InstrumentFact>> Draft(StudyInstrument instrument, InstrumentDefinition sent)
    {
        if (sent.Id != instrument.Id) return InstrumentRefusals.OtherId(instrument.Id, sent.Id);
        var newest = instrument.Newest();
        var draft = KeptChoices.In(sent with { Version = (newest?.Version ?? 0) + 1 }, newest);
        return instrument.Draft is { } now && InstrumentText.Write(now) == InstrumentText.Write(draft)
            ? Facts.None<InstrumentFact>()
            : Facts.Of<InstrumentFact>(new InstrumentFact.Drafted(draft));
    }

    public static Decision<ImmutableArray<InstrumentFact>> Discard(StudyInstrument instrument) =>
        instrument.Draft is { } draft ? Facts.Of<InstrumentFact>(new InstrumentFact.DraftDiscarded(draft.Version)) : InstrumentRefusals.NoDraft;

    /// <summary>Makes the draft the newest version, unless something stands in its way (<see cref="PublishCheck"/>).</summary>
    public static Decision<ImmutableArray<InstrumentFact>> Publish(StudyInstrument instrument, InstrumentShelf shelf)
    {
        if (instrument.Draft is not { } draft) return InstrumentRefusals.NoDraft;
        if (instrument.Newest() is { } newest && InstrumentText.Write(newest with { Version = draft.Version }) == InstrumentText.Write(draft)) return InstrumentRefusals.Unchanged(instrument.Id, newest.Version);
        var clashes = PublishCheck.Of(instrument, draft, shelf).Where(c => c.Blocks).ToImmutableArray();
        return clashes.IsEmpty ? Facts.Of<InstrumentFact>(new InstrumentFact.Published(draft.Version)) : InstrumentRefusals.CannotPublish(draft, clashes);
    }

    public static Decision<ImmutableArray<InstrumentFact>> PutInForce(StudyInstrument instrument, StudyDesign design, WaveCode wave, int version, DateOnly from)
    {
        if (instrument.Newest() is null && instrument.Draft is null) return InstrumentRefusals.Unknown(instrument.Id);
        if (design.Wave(wave) is null) return StudyRefusals.UnknownWave(wave);
        if (instrument.Find(version) is null) return InstrumentRefusals.UnknownVersion(instrument.Id, version);
        return instrument.InForce.Contains(new(wave, version, from))
            ? Facts.None<InstrumentFact>()
            : Facts.Of<InstrumentFact>(new InstrumentFact.PutInForce(wave, version, from));
    }

    /// <summary>Declares the whole concordance: what is not named is no longer declared.</summary>
    public static Decision<ImmutableArray<InstrumentFact>> DeclareLinks(StudyInstrument instrument, StudyDesign design, ImmutableArray<ItemLink> links)
    {
        if (instrument.Newest() is null && instrument.Draft is null) return InstrumentRefusals.Unknown(instrument.Id);
        if (LinkCheck.Fault(instrument, design, links) is { } fault) return fault;
        return instrument.Links.SequenceEqual(links) ? Facts.None<InstrumentFact>() : Facts.Of<InstrumentFact>(new InstrumentFact.LinksDeclared(links));
    }

    /// <summary>Declares all test cases; they are run on the draft when it is published.</summary>
    public static Decision<ImmutableArray<InstrumentFact>> DeclareCases(StudyInstrument instrument, ImmutableArray<TestCase> cases)
    {
        if (instrument.Newest() is null && instrument.Draft is null) return InstrumentRefusals.Unknown(instrument.Id);
        if (CaseCheck.Fault(cases) is { } fault) return fault;
        return CaseCheck.Same(instrument.Cases, cases) ? Facts.None<InstrumentFact>() : Facts.Of<InstrumentFact>(new InstrumentFact.CasesDeclared(cases));
    }
}
