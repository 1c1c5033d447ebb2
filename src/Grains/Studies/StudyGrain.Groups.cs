using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Groups;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Studies;

/// <summary>The numbers of focus groups that the study wants.</summary>
internal sealed partial class StudyGrain : IGroupTargets
{
    public Task<Decision<StudyDesign>> Set(GroupTarget target, Stamp stamp) => frames.Decide(frame => Decide(stamp, (design, _) => GroupTargets.Set(frame, design, target), design => design));
}
