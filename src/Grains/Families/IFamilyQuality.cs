using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Families;

/// <summary>What quality rules find in the family's forms.</summary>
[GrainInterfaceType("sos.family-quality")]
public interface IFamilyQuality : IGrainWithStringKey
{
    /// <summary>Sets a hit aside, with the stamp's reason, until its inputs change. <paramref name="digest"/> is that of what the person saw.</summary>
    [Alias("dismiss")] Task<Decision<FamilyState>> Dismiss(string rule, string about, string digest, Stamp stamp);
}
