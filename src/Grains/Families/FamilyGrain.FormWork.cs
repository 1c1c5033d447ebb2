using System.Collections.Immutable;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Families;

using Rule = Func<FamilyState, StudyFrame, Stamp, Decision<ImmutableArray<FamilyFact>>>;

/// <summary>What is done to a form after it was entered.</summary>
internal sealed partial class FamilyGrain : IFamilyFormWork
{
    public Task<Decision<FormReceipt>> Lock(FormPlace place, Stamp stamp) => DecideForm(stamp, place, (family, _, s) => FormLocks.Lock(family, place, s));

    public Task<Decision<FormReceipt>> Unlock(FormPlace place, Stamp stamp) => DecideForm(stamp, place, (family, _, s) => FormLocks.Unlock(family, place, s));

    private Task<Decision<FormReceipt>> DecideForm(Stamp stamp, FormPlace place, Rule rule) =>
        frames.Decide(frame => Decide(stamp, (family, s) => rule(family, frame, s), family => new FormReceipt(family.FormAt(place)!, family.Site)));
}
