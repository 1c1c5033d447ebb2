using System.Collections.Immutable;
using Orleans.Runtime;
using SosLongitudinal.Grains.Ledgers;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Instruments.Drafting.Joining;
using SosLongitudinal.Study.Instruments.LifeCycle;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Instruments;

/// <summary>The door to one instrument.</summary>
[GrainType("sos-instrument")]
internal sealed partial class InstrumentGrain([PersistentState(InstrumentKeys.State, Records.Provider)] IPersistentState<Ledger<InstrumentFact>> record, StudyFrames frames, TimeProvider clock)
    : LedgerGrain<InstrumentFact, StudyInstrument>(record, clock), IInstrument
{
    protected override StudyInstrument Nothing => new(InstrumentId.Parse(Key));

    protected override StudyInstrument Fold(StudyInstrument state, Recorded<InstrumentFact> fact) => StudyInstrument.Fold(state, fact);

    protected override Task Committed() => frames.Put(State);

    public Task<Decision<StudyInstrument>> Draft(InstrumentDefinition definition, Stamp stamp) => Decide(stamp, (instrument, _) => InstrumentRules.Draft(instrument, definition));

    public Task<Decision<StudyInstrument>> Revise(InstrumentDefinition definition, DraftBasis basis, Stamp stamp) =>
        Decide(stamp, (instrument, _) => InstrumentRules.Revise(instrument, definition, basis, basis.On is { } on and > 0 && on != instrument.DraftRevision ? TrailOf(instrument, on) : DraftTrail.Empty));

    public Task<DraftTrail> DraftSince(int revision) => Task.FromResult(TrailOf(State, revision));

    public Task<Decision<StudyInstrument>> Discard(Stamp stamp, int? seen) => Decide(stamp, (instrument, _) => InstrumentRules.Discard(instrument, seen));

    public Task<Decision<StudyInstrument>> Publish(Stamp stamp, int? seen) => Decide(stamp, (instrument, frame) => InstrumentRules.Publish(instrument, frame.Shelf, seen));

    public Task<Decision<StudyInstrument>> PutInForce(WaveCode wave, int version, DateOnly from, Stamp stamp) =>
        Decide(stamp, (instrument, frame) => InstrumentRules.PutInForce(instrument, frame.Design, wave, version, from));

    public Task<StudyInstrument> Read() => Task.FromResult(State);

    /// <summary>Each save holds the whole draft, so only those from the revision on are opened, and never later ones than the instrument is the fold of.</summary>
    private DraftTrail TrailOf(StudyInstrument instrument, int revision)
    {
        if (revision < 1 || revision > instrument.Version) return DraftTrail.Empty;
        var facts = Ledger.Stored.Skip(revision - 1).Take(instrument.Version - revision + 1).Select(Ledger<InstrumentFact>.Open).ToList();
        if (facts[0].Content is not InstrumentFact.Drafted) return DraftTrail.Empty;
        if (facts.Find(f => f.Content is InstrumentFact.Published or InstrumentFact.DraftDiscarded) is { Content: not null } end) return new([], new(end.Head.By, end.Head.At, end.Content is InstrumentFact.Published));
        return new([.. facts.Where(f => f.Content is InstrumentFact.Drafted).Select(f => new DraftStep(f.Head.N, f.Head.By, f.Head.At, ((InstrumentFact.Drafted)f.Content!).Definition))]);
    }

    private Task<Decision<StudyInstrument>> Decide(Stamp stamp, Func<StudyInstrument, StudyFrame, Decision<ImmutableArray<InstrumentFact>>> rule) =>
        frames.Decide(frame => Decide(stamp, (instrument, _) => rule(instrument, frame), instrument => instrument));
}
