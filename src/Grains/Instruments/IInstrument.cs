using System.Collections.Immutable;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Instruments.Cases;
using SosLongitudinal.Study.Instruments.LifeCycle;
using SosLongitudinal.Study.Instruments.Linking;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Instruments;

/// <summary>One instrument of the study: its draft, its published versions, where each is in force, its concordance and test cases. Every command answers it as it then stands.</summary>
[GrainInterfaceType("sos.instrument")]
public interface IInstrument : IGrainWithStringKey
{
    /// <summary>Takes the definition as the draft of the next version, in place of a draft that is there; the version that it names does not matter.</summary>
    [Alias("draft")] Task<Decision<StudyInstrument>> Draft(InstrumentDefinition definition, Stamp stamp);
    [Alias("discard")] Task<Decision<StudyInstrument>> Discard(Stamp stamp);
    /// <summary>Refuses with every fault at once where the draft does not fit, gives a name or code another meaning, or a test case does not hold.</summary>
    [Alias("publish")] Task<Decision<StudyInstrument>> Publish(Stamp stamp);
    [Alias("put-in-force")] Task<Decision<StudyInstrument>> PutInForce(WaveCode wave, int version, DateOnly from, Stamp stamp);
    /// <summary>Declares the whole concordance.</summary>
    [Alias("declare-links")] Task<Decision<StudyInstrument>> DeclareLinks(ImmutableArray<ItemLink> links, Stamp stamp);
    /// <summary>Declares all test cases.</summary>
    [Alias("declare-cases")] Task<Decision<StudyInstrument>> DeclareCases(ImmutableArray<TestCase> cases, Stamp stamp);
    [Alias("read")] Task<StudyInstrument> Read();
}

/// <summary>The only place where an instrument's door is addressed.</summary>
public static class InstrumentKeys
{
    public const string State = "instrument";

    public static IInstrument Instrument(this IGrainFactory grains, InstrumentId instrument) => grains.GetGrain<IInstrument>(instrument.ToString());
}
