using System.Collections.Immutable;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Instruments.LifeCycle;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Kit;

namespace SosLongitudinal.Tests.Study.Instruments.LifeCycle;

/// <summary>An instrument after decisions about it.</summary>
internal static class Kept
{
    public static StudyInstrument Housing { get; } = new StudyInstrument(Kit.Housing.First.Id).After(i => InstrumentRules.Draft(i, Kit.Housing.First)).After(i => InstrumentRules.Publish(i, InstrumentShelf.Library));

    public static StudyInstrument After(this StudyInstrument instrument, Func<StudyInstrument, Decision<ImmutableArray<InstrumentFact>>> rule) =>
        rule(instrument).Accepted().Aggregate(instrument, (i, fact) => StudyInstrument.Fold(i, new(new(i.Version + 1, default, "kate@example.org", default, ""), fact, null)));

    public static StudyInstrument Drafted(this StudyInstrument instrument, InstrumentDefinition draft) => instrument.After(i => InstrumentRules.Draft(i, draft));

    /// <summary>Which items or parts stand in the way of publishing.</summary>
    public static IEnumerable<string> Clashes(this StudyInstrument instrument) =>
        PublishCheck.Of(instrument, instrument.Draft!, InstrumentShelf.Library).Where(c => c.Blocks).Select(c => c.Where);
}
