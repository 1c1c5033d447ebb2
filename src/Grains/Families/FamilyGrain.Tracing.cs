using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork.Tracing;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Families;

/// <summary>Looking for the family.</summary>
internal sealed partial class FamilyGrain : IFamilyTracing
{
    public Task<Decision<FamilyState>> Trace(WaveCode wave, TracingAttempt attempt, Stamp stamp) => Decide(stamp, (family, frame, s) => TracingRules.Record(family, frame, wave, attempt, s));

    public Task<Decision<FamilyState>> StrikeTrace(WaveCode wave, int number, Stamp stamp) => Decide(stamp, (family, _, s) => TracingRules.Strike(family, wave, number, s));
}
