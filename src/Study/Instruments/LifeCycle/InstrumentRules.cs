using System.Collections.Immutable;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Instruments.Cases;
using SosLongitudinal.Study.Instruments.Drafting.Joining;
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
    public static Decision<ImmutableArray<InstrumentFact>> Draft(StudyInstrument instrument, InstrumentDefinition sent) => Revise(instrument, sent, DraftBasis.Whatever, DraftTrail.Empty);

    /// <summary>
    /// The same, begun on a known revision: what somebody else changed since then stays where this save says nothing of it, and a part that both changed is refused until
    /// <see cref="DraftBasis.Mine"/> or <see cref="DraftBasis.Theirs"/> names it.
    /// </summary>
    /// <param name="trail">From the revision that it was begun on; asked for only where that is not the draft's.</param>
    public static Decision<ImmutableArray<InstrumentFact>> Revise(StudyInstrument instrument, InstrumentDefinition sent, DraftBasis basis, DraftTrail trail)
    {
        if (sent.Id != instrument.Id) return InstrumentRefusals.OtherId(instrument.Id, sent.Id);
        var newest = instrument.Newest();
        InstrumentDefinition Fitted(InstrumentDefinition text) => KeptChoices.In(text with { Version = (newest?.Version ?? 0) + 1 }, newest);
        var draft = Fitted(sent);
        if (instrument.Draft is { } now && InstrumentText.Write(now) == InstrumentText.Write(draft)) return Facts.None<InstrumentFact>();
        if (basis.Replaces || basis.On == instrument.DraftRevision || (instrument.Draft is null && basis.On is null)) return Facts.Of<InstrumentFact>(new InstrumentFact.Drafted(draft));
        if (basis.On is null or 0) return InstrumentRefusals.DraftExists(instrument);
        if (instrument.Draft is null || trail.Steps.IsEmpty) return InstrumentRefusals.DraftGone(trail.Ended);
        var join = DraftJoin.Of(trail.Steps, draft, basis);
        if (!join.Clashes.IsEmpty) return InstrumentRefusals.Overtaken(instrument.DraftRevision, join.Clashes);
        var joined = Fitted(join.Joined);
        return InstrumentText.Write(instrument.Draft) == InstrumentText.Write(joined) ? Facts.None<InstrumentFact>() : Facts.Of<InstrumentFact>(new InstrumentFact.Drafted(joined));
    }

    /// <param name="seen">The revision that was looked at; absent: whatever is there.</param>
    public static Decision<ImmutableArray<InstrumentFact>> Discard(StudyInstrument instrument, int? seen = null) =>
        instrument.Draft is not { } draft ? InstrumentRefusals.NoDraft
        : seen is { } revision && revision != instrument.DraftRevision ? InstrumentRefusals.ChangedSince(instrument)
        : Facts.Of<InstrumentFact>(new InstrumentFact.DraftDiscarded(draft.Version));

    /// <summary>Makes the draft the newest version, unless something stands in its way (<see cref="PublishCheck"/>) or somebody changed it since it was looked at.</summary>
    /// <param name="seen">The revision that was looked at; absent: whatever is there.</param>
    public static Decision<ImmutableArray<InstrumentFact>> Publish(StudyInstrument instrument, InstrumentShelf shelf, int? seen = null)
    {
        if (instrument.Draft is not { } draft) return InstrumentRefusals.NoDraft;
        if (seen is { } revision && revision != instrument.DraftRevision) return InstrumentRefusals.ChangedSince(instrument);
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
    /// <param name="basis">What it was begun on; what others declared since then of other items stays.</param>
    /// <param name="steps">From the list that it was begun on; asked for only where that is not the one that stands.</param>
    public static Decision<ImmutableArray<InstrumentFact>> DeclareLinks(StudyInstrument instrument, StudyDesign design, ImmutableArray<ItemLink> links, DraftBasis basis, ImmutableArray<ListStep<ItemLink>> steps)
    {
        if (instrument.Newest() is null && instrument.Draft is null) return InstrumentRefusals.Unknown(instrument.Id);
        if (LinkCheck.Fault(instrument, design, links) is { } fault) return fault;
        return Joined(LinkRows.Kind, links, basis, instrument.LinksBy, steps, InstrumentRefusals.LinksChanged).Then<ImmutableArray<InstrumentFact>>(all =>
            LinkCheck.Fault(instrument, design, all) is { } clash ? clash
            : instrument.Links.SequenceEqual(all) ? Facts.None<InstrumentFact>()
            : Facts.Of<InstrumentFact>(new InstrumentFact.LinksDeclared(all)));
    }

    /// <summary>The same, in the place of whatever is there.</summary>
    public static Decision<ImmutableArray<InstrumentFact>> DeclareLinks(StudyInstrument instrument, StudyDesign design, ImmutableArray<ItemLink> links) => DeclareLinks(instrument, design, links, DraftBasis.Whatever, []);

    /// <summary>Adds one test case; one of its name gives way only where that is said, and where nobody changed it since the revision that was looked at.</summary>
    public static Decision<ImmutableArray<InstrumentFact>> AddCase(StudyInstrument instrument, TestCase added, bool replaces, DraftBasis basis, ImmutableArray<ListStep<TestCase>> steps)
    {
        if (!replaces && instrument.Cases.FirstOrDefault(c => c.Name == added.Name) is { } there && !CaseCheck.Same([there], [added])) return InstrumentRefusals.CaseTaken(added.Name);
        var began = Began(instrument.Cases, steps);
        return DeclareCases(instrument, began.Any(c => c.Name == added.Name) ? [.. began.Select(c => c.Name == added.Name ? added : c)] : [.. began, added], basis, steps);
    }

    /// <summary>Takes one test case out.</summary>
    public static Decision<ImmutableArray<InstrumentFact>> DropCase(StudyInstrument instrument, string name, DraftBasis basis, ImmutableArray<ListStep<TestCase>> steps) =>
        instrument.Cases.All(c => c.Name != name) ? InstrumentRefusals.NoCase(name) : DeclareCases(instrument, [.. Began(instrument.Cases, steps).Where(c => c.Name != name)], basis, steps);

    /// <summary>Declares all test cases; they are run on the draft when it is published.</summary>
    /// <param name="basis">What they were begun on; cases that others declared or changed since then stay.</param>
    /// <param name="steps">From the list that they were begun on; asked for only where that is not the one that stands.</param>
    public static Decision<ImmutableArray<InstrumentFact>> DeclareCases(StudyInstrument instrument, ImmutableArray<TestCase> cases, DraftBasis basis, ImmutableArray<ListStep<TestCase>> steps)
    {
        if (instrument.Newest() is null && instrument.Draft is null) return InstrumentRefusals.Unknown(instrument.Id);
        if (CaseCheck.Fault(cases) is { } fault) return fault;
        return Joined(CaseRows.Kind, cases, basis, instrument.CasesBy, steps, InstrumentRefusals.CasesChanged).Then<ImmutableArray<InstrumentFact>>(all =>
            CaseCheck.Fault(all) is { } clash ? clash
            : CaseCheck.Same(instrument.Cases, all) ? Facts.None<InstrumentFact>()
            : Facts.Of<InstrumentFact>(new InstrumentFact.CasesDeclared(all)));
    }

    /// <summary>The same, in the place of whatever is there.</summary>
    public static Decision<ImmutableArray<InstrumentFact>> DeclareCases(StudyInstrument instrument, ImmutableArray<TestCase> cases) => DeclareCases(instrument, cases, DraftBasis.Whatever, []);

    private static ImmutableArray<T> Began<T>(ImmutableArray<T> now, ImmutableArray<ListStep<T>> steps) => steps.IsEmpty ? now : steps[0].Rows;

    /// <summary>What was sent, with what others declared since it was begun.</summary>
    private static Decision<ImmutableArray<T>> Joined<T>(
        RowKind<T> kind, ImmutableArray<T> sent, DraftBasis basis, DeclaredBy? last, ImmutableArray<ListStep<T>> steps, Func<DeclaredBy?, ImmutableArray<DraftClash>, Refusal> changed)
        where T : class
    {
        if (basis.Replaces || basis.On is not { } on || on == (last?.Revision ?? 0)) return sent;
        if (steps.IsEmpty) return changed(last, []);
        var join = ListJoin<T>.Of(kind, steps, sent, basis);
        return join.Clashes.IsEmpty ? join.Joined : changed(last, join.Clashes);
    }
}
