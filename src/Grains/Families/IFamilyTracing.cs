using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork.Tracing;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Families;

/// <summary>Attempts to find the family. Every command answers the family as it then stands.</summary>
[GrainInterfaceType("sos.family-tracing")]
public interface IFamilyTracing : IGrainWithStringKey
{
    [Alias("trace")] Task<Decision<FamilyState>> Trace(WaveCode wave, TracingAttempt attempt, Stamp stamp);

    /// <summary>Strikes out one that was recorded in error, with the reason.</summary>
    [Alias("strike")] Task<Decision<FamilyState>> StrikeTrace(WaveCode wave, int number, Stamp stamp);
}
