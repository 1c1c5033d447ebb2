using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Families;

/// <summary>What is done to a form after it was entered. Every command answers the form as it then stands.</summary>
[GrainInterfaceType("sos.family-form-work")]
public interface IFamilyFormWork : IGrainWithStringKey
{
    [Alias("lock")] Task<Decision<FormReceipt>> Lock(FormPlace place, Stamp stamp);
    [Alias("unlock")] Task<Decision<FormReceipt>> Unlock(FormPlace place, Stamp stamp);
}
