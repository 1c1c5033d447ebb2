using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Instruments.Drafting.Joining;
using SosLongitudinal.Study.Instruments.LifeCycle;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Instruments;

/// <summary>One instrument of the study: its draft, its published versions, where each is in force. Its concordance and test cases are <see cref="IInstrumentLists"/>. Every command answers it as it then stands.</summary>
[GrainInterfaceType("sos.instrument")]
public interface IInstrument : IGrainWithStringKey
{
    /// <summary>Takes the definition as the draft of the next version, in place of a draft that is there; the version that it names does not matter.</summary>
    [Alias("draft")] Task<Decision<StudyInstrument>> Draft(InstrumentDefinition definition, Stamp stamp);
    /// <summary>The same as a save begun on a known revision: what others changed elsewhere stays, what both changed is refused until it is chosen.</summary>
    [Alias("revise")] Task<Decision<StudyInstrument>> Revise(InstrumentDefinition definition, DraftBasis basis, Stamp stamp);
    /// <summary>The saves of the draft from a revision on, oldest first; without any where that is none of the draft as it stands.</summary>
    [Alias("draft-since")] Task<DraftTrail> DraftSince(int revision);
    /// <param name="seen">The revision that was looked at; absent: whatever is there.</param>
    [Alias("discard")] Task<Decision<StudyInstrument>> Discard(Stamp stamp, int? seen = null);
    /// <summary>Refuses with every fault at once where the draft does not fit, gives a name or code another meaning, or a test case does not hold.</summary>
    /// <param name="seen">The revision that was looked at; absent: whatever is there.</param>
    [Alias("publish")] Task<Decision<StudyInstrument>> Publish(Stamp stamp, int? seen = null);
    [Alias("put-in-force")] Task<Decision<StudyInstrument>> PutInForce(WaveCode wave, int version, DateOnly from, Stamp stamp);
    [Alias("read")] Task<StudyInstrument> Read();
}

/// <summary>The only place where an instrument's door is addressed.</summary>
public static class InstrumentKeys
{
    public const string State = "instrument";

    public static IInstrument Instrument(this IGrainFactory grains, InstrumentId instrument) => grains.GetGrain<IInstrument>(instrument.ToString());

    public static IInstrumentLists InstrumentLists(this IGrainFactory grains, InstrumentId instrument) => grains.GetGrain<IInstrumentLists>(instrument.ToString());
}
