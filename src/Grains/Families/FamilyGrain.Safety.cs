using SosLongitudinal.Grains.Diaries;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork.Safety;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Reminders;

namespace SosLongitudinal.Grains.Families;

/// <summary>The safety of those who meet the family.</summary>
internal sealed partial class FamilyGrain : IFamilySafety
{
    public Task<Decision<FamilyState>> SetTwoPerson(TwoPersonReason reason, DateOnly on, Stamp stamp) =>
        Decide(stamp, (family, frame, s) => TwoPersonRules.Set(family, reason, on, frame.Design.Today(s.At)));

    public Task<Decision<FamilyState>> LiftTwoPerson(TwoPersonLift reason, DateOnly on, Stamp stamp) =>
        Decide(stamp, (family, frame, s) => TwoPersonRules.Lift(family, reason, on, frame.Design.Today(s.At)));

    public Task<Decision<FamilyState>> CheckIn(int number, DateTimeOffset at, Stamp stamp) => Decide(stamp, (family, _, s) => VisitSafetyRules.CheckIn(family, number, at, s));

    public Task<Decision<FamilyState>> Return(int number, SafeReport said, DateTimeOffset at, Stamp stamp) => Decide(stamp, (family, _, s) => VisitSafetyRules.Return(family, number, said, at, s));

    public Task<Decision<FamilyState>> Raise(int number, AlarmTold told, DateTimeOffset at, Stamp stamp) => Decide(stamp, (family, _, s) => VisitSafetyRules.Raise(family, number, told, at, s));

    public Task<Decision<FamilyState>> NoteAlert(int number, int margin, Stamp stamp) =>
        Decide(stamp, (family, frame, s) => VisitSafetyRules.NoteAlert(family, number, margin, frame.Design.TimeZone, s));

    public Task<Decision<FamilyState>> SettleAlert(int number, MessageOutcome outcome, Stamp stamp) => Decide(stamp, (family, _, _) => VisitSafetyRules.SettleAlert(family, number, outcome));
}
