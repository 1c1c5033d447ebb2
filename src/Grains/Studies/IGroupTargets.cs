using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Groups;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Studies;

/// <summary>How many focus groups the study wants; the study's own record under another set of methods.</summary>
[GrainInterfaceType("sos.group-targets")]
public interface IGroupTargets : IGrainWithStringKey
{
    /// <summary>How many groups of a kind are wanted at a wave, at one site or at each.</summary>
    [Alias("set")] Task<Decision<StudyDesign>> Set(GroupTarget target, Stamp stamp);
}
