using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork.Attempts;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Families;

/// <summary>Attempts to reach the family. What safe contact forbids is asked of the contact details before.</summary>
[GrainInterfaceType("sos.family-attempts")]
public interface IFamilyAttempts : IGrainWithStringKey
{
    /// <summary>Records one attempt. Beyond the protocol's ceiling, and against safe contact, it needs the stamp's reason.</summary>
    [Alias("record")] Task<Decision<FamilyState>> Record(WaveCode wave, ContactAttempt attempt, Stamp stamp);

    /// <summary>Strikes out an attempt that was recorded in error, with the stamp's reason.</summary>
    [Alias("strike")] Task<Decision<FamilyState>> Strike(WaveCode wave, int number, Stamp stamp);
}
