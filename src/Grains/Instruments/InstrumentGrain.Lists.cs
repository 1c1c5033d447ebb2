using System.Collections.Immutable;
using SosLongitudinal.Grains.Ledgers;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Instruments.Cases;
using SosLongitudinal.Study.Instruments.Drafting.Joining;
using SosLongitudinal.Study.Instruments.LifeCycle;
using SosLongitudinal.Study.Instruments.Linking;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Instruments;

internal sealed partial class InstrumentGrain : IInstrumentLists
{
    public Task<Decision<StudyInstrument>> DeclareLinks(ImmutableArray<ItemLink> links, DraftBasis basis, Stamp stamp) =>
        Decide(stamp, (instrument, frame) => InstrumentRules.DeclareLinks(instrument, frame.Design, links, basis, Links(instrument, basis)));

    public Task<ImmutableArray<ListStep<ItemLink>>> LinksSince(int revision) => Task.FromResult(Steps(State, revision, i => i.Links, i => i.LinksBy));

    public Task<Decision<StudyInstrument>> DeclareCases(ImmutableArray<TestCase> cases, DraftBasis basis, Stamp stamp) =>
        Decide(stamp, (instrument, _) => InstrumentRules.DeclareCases(instrument, cases, basis, Cases(instrument, basis)));

    public Task<ImmutableArray<ListStep<TestCase>>> CasesSince(int revision) => Task.FromResult(Steps(State, revision, i => i.Cases, i => i.CasesBy));

    public Task<Decision<StudyInstrument>> AddCase(TestCase added, bool replaces, DraftBasis basis, Stamp stamp) =>
        Decide(stamp, (instrument, _) => InstrumentRules.AddCase(instrument, added, replaces, basis, Cases(instrument, basis)));

    public Task<Decision<StudyInstrument>> DropCase(string name, DraftBasis basis, Stamp stamp) =>
        Decide(stamp, (instrument, _) => InstrumentRules.DropCase(instrument, name, basis, Cases(instrument, basis)));

    private ImmutableArray<ListStep<ItemLink>> Links(StudyInstrument instrument, DraftBasis basis) => Overtaken(instrument.LinksBy, basis) is { } on ? Steps(instrument, on, i => i.Links, i => i.LinksBy) : [];

    private ImmutableArray<ListStep<TestCase>> Cases(StudyInstrument instrument, DraftBasis basis) => Overtaken(instrument.CasesBy, basis) is { } on ? Steps(instrument, on, i => i.Cases, i => i.CasesBy) : [];

    /// <summary>The revision that a declaration was begun on, where another stands now.</summary>
    private static int? Overtaken(DeclaredBy? last, DraftBasis basis) => !basis.Replaces && basis.On is { } on && on != (last?.Revision ?? 0) ? on : null;

    /// <summary>Facts hold whole lists, so those before the revision need not be opened; a discarded draft takes its links along and is a step of its own.</summary>
    private ImmutableArray<ListStep<T>> Steps<T>(StudyInstrument instrument, int revision, Func<StudyInstrument, ImmutableArray<T>> rows, Func<StudyInstrument, DeclaredBy?> last)
    {
        if (revision < 0 || revision > instrument.Version) return [];
        var (then, steps) = (new StudyInstrument(instrument.Id), ImmutableArray.CreateBuilder<ListStep<T>>());
        if (revision == 0) steps.Add(new(0, "", default, rows(then)));
        foreach (var fact in Ledger.Stored.Skip(Math.Max(0, revision - 1)).Take(instrument.Version - Math.Max(0, revision - 1)).Select(Ledger<InstrumentFact>.Open))
        {
            var before = rows(then);
            then = StudyInstrument.Fold(then, fact);
            if (fact.Head.N == revision ? last(then)?.Revision != revision : before == rows(then)) continue;
            if (steps.Count > 0 || fact.Head.N == revision) steps.Add(new(fact.Head.N, fact.Head.By, fact.Head.At, rows(then)));
        }
        return steps.ToImmutable();
    }
}
