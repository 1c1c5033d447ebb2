using System.Collections.Immutable;
using Orleans.Runtime;
using SosLongitudinal.Grains.Ledgers;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Instruments.Cases;
using SosLongitudinal.Study.Instruments.LifeCycle;
using SosLongitudinal.Study.Instruments.Linking;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Instruments;

/// <summary>The door to one instrument.</summary>
[GrainType("sos-instrument")]
internal sealed class InstrumentGrain([PersistentState(InstrumentKeys.State, Records.Provider)] IPersistentState<Ledger<InstrumentFact>> record, StudyFrames frames, TimeProvider clock)
    : LedgerGrain<InstrumentFact, StudyInstrument>(record, clock), IInstrument
{
    protected override StudyInstrument Nothing => new(InstrumentId.Parse(Key));

    protected override StudyInstrument Fold(StudyInstrument state, Recorded<InstrumentFact> fact) => StudyInstrument.Fold(state, fact);

    protected override Task Committed() => frames.Put(State);

    public Task<Decision<StudyInstrument>> Draft(InstrumentDefinition definition, Stamp stamp) => Decide(stamp, (instrument, _) => InstrumentRules.Draft(instrument, definition));

    public Task<Decision<StudyInstrument>> Discard(Stamp stamp) => Decide(stamp, (instrument, _) => InstrumentRules.Discard(instrument));

    public Task<Decision<StudyInstrument>> Publish(Stamp stamp) => Decide(stamp, (instrument, frame) => InstrumentRules.Publish(instrument, frame.Shelf));

    public Task<Decision<StudyInstrument>> PutInForce(WaveCode wave, int version, DateOnly from, Stamp stamp) =>
        Decide(stamp, (instrument, frame) => InstrumentRules.PutInForce(instrument, frame.Design, wave, version, from));

    public Task<Decision<StudyInstrument>> DeclareLinks(ImmutableArray<ItemLink> links, Stamp stamp) =>
        Decide(stamp, (instrument, frame) => InstrumentRules.DeclareLinks(instrument, frame.Design, links));

    public Task<Decision<StudyInstrument>> DeclareCases(ImmutableArray<TestCase> cases, Stamp stamp) => Decide(stamp, (instrument, _) => InstrumentRules.DeclareCases(instrument, cases));

    public Task<StudyInstrument> Read() => Task.FromResult(State);

    private Task<Decision<StudyInstrument>> Decide(Stamp stamp, Func<StudyInstrument, StudyFrame, Decision<ImmutableArray<InstrumentFact>>> rule) =>
        frames.Decide(frame => Decide(stamp, (instrument, _) => rule(instrument, frame), instrument => instrument));
}
