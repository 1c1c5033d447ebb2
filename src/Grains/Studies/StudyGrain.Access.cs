using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Studies;

/// <summary>What the study asks of those who sign in.</summary>
internal sealed partial class StudyGrain : IStudyAccess
{
    public Task<Decision<StudyDesign>> RequireSecondFactor(bool required, Stamp stamp) => Decide(stamp, (design, _) => StudyRules.RequireSecondFactor(design, required), design => design);
}
