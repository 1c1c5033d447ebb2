using System.Collections.Immutable;
using SosLongitudinal.Study.Instruments.Cases;
using SosLongitudinal.Study.Instruments.Drafting.Joining;
using SosLongitudinal.Study.Instruments.LifeCycle;
using SosLongitudinal.Study.Instruments.Linking;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Instruments;

/// <summary>
/// The lists of one instrument that are declared as a whole: its concordance and its test cases. What a declaration was begun on is said with it: rows that others changed
/// since then stay, and a row that both changed is refused until it is chosen.
/// </summary>
[GrainInterfaceType("sos.instrument-lists")]
public interface IInstrumentLists : IGrainWithStringKey
{
    [Alias("declare-links")] Task<Decision<StudyInstrument>> DeclareLinks(ImmutableArray<ItemLink> links, DraftBasis basis, Stamp stamp);
    /// <summary>The concordance from a revision on, oldest first; 0 is before the first. Empty where it never stood at that revision.</summary>
    [Alias("links-since")] Task<ImmutableArray<ListStep<ItemLink>>> LinksSince(int revision);
    [Alias("declare-cases")] Task<Decision<StudyInstrument>> DeclareCases(ImmutableArray<TestCase> cases, DraftBasis basis, Stamp stamp);
    /// <summary>The test cases from a revision on, oldest first; 0 is before the first. Empty where they never stood at that revision.</summary>
    [Alias("cases-since")] Task<ImmutableArray<ListStep<TestCase>>> CasesSince(int revision);
    /// <summary>Adds one test case beside the others; one of its name gives way only where that is said.</summary>
    [Alias("add-case")] Task<Decision<StudyInstrument>> AddCase(TestCase added, bool replaces, DraftBasis basis, Stamp stamp);
    [Alias("drop-case")] Task<Decision<StudyInstrument>> DropCase(string name, DraftBasis basis, Stamp stamp);
}
