using SosLongitudinal.Grains.Diaries;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork.Safety;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Families;

/// <summary>The safety of those who meet the family.</summary>
internal sealed partial class FamilyGrain : IFamilySafety
{
    public Task<Decision<FamilyState>> SetTwoPerson(TwoPersonReason reason, DateOnly on, Stamp stamp) =>
        Decide(stamp, (family, frame, s) => TwoPersonRules.Set(family, reason, on, frame.Design.Today(s.At)));

    public Task<Decision<FamilyState>> LiftTwoPerson(TwoPersonLift reason, DateOnly on, Stamp stamp) =>
        Decide(stamp, (family, frame, s) => TwoPersonRules.Lift(family, reason, on, frame.Design.Today(s.At)));
}
