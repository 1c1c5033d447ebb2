using SosLongitudinal.Grains.Diaries;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Families;

/// <summary>When and where the family is met.</summary>
internal sealed partial class FamilyGrain : IFamilyAppointments
{
    public Task<Decision<FamilyState>> Book(AppointmentPlan plan, Stamp stamp) => Decide(stamp, (family, frame, s) => AppointmentRules.Book(family, frame, plan, s));

    Task<Decision<FamilyState>> IFamilyAppointments.Move(int number, AppointmentPlan plan, AskedBy asked, Stamp stamp) =>
        Decide(stamp, (family, frame, s) => AppointmentRules.Move(family, frame, number, plan, asked, s));

    public Task<Decision<FamilyState>> Cancel(int number, AskedBy asked, Stamp stamp) => Decide(stamp, (family, _, s) => AppointmentRules.Cancel(family, number, asked, s));

    public Task<Decision<FamilyState>> Confirm(int number, Stamp stamp) => Decide(stamp, (family, _, _) => AppointmentRules.Confirm(family, number));

    public Task<Decision<FamilyState>> Complete(int number, Stamp stamp) => Decide(stamp, (family, _, s) => AppointmentRules.Complete(family, number, s));

    public Task<Decision<FamilyState>> NoShow(int number, Stamp stamp) => Decide(stamp, (family, _, s) => AppointmentRules.NoShow(family, number, s));

    public async Task<Decision<bool>> Settle(OperationId booking, Stamp stamp)
    {
        var decision = await Decide(stamp, (family, _) => AppointmentRules.Settle(family, booking), family => family.Keeps(booking));
        return decision.Select(_ => State.Keeps(booking)); // as it stands now, also where the question is repeated
    }
}
