using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Studies;

/// <summary>What the study asks of those who sign in; the study's own record under another set of methods.</summary>
[GrainInterfaceType("sos.study-access")]
public interface IStudyAccess : IGrainWithStringKey
{
    /// <summary>Whether everybody whose role shows contact details needs a second factor.</summary>
    [Alias("require-second-factor")] Task<Decision<StudyDesign>> RequireSecondFactor(bool required, Stamp stamp);
}
