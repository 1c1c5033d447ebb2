using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Diaries;

/// <summary>
/// A family's appointments. Booking, moving and cancelling concern diaries too and go through <see cref="Bookings"/>, which holds their times first and confirms or
/// releases them afterwards.
/// </summary>
[GrainInterfaceType("sos.family-appointments")]
public interface IFamilyAppointments : IGrainWithStringKey
{
    /// <summary>Books under the stamp's operation, under which the diaries hold the time.</summary>
    [Alias("book")] Task<Decision<FamilyState>> Book(AppointmentPlan plan, Stamp stamp);

    /// <summary>Moves to another time, person or place, held under the stamp's operation; the chain stays.</summary>
    [Alias("move")] Task<Decision<FamilyState>> Move(int number, AppointmentPlan plan, AskedBy asked, Stamp stamp);
    [Alias("cancel")] Task<Decision<FamilyState>> Cancel(int number, AskedBy asked, Stamp stamp);

    /// <summary>The family has said that the time suits.</summary>
    [Alias("confirm")] Task<Decision<FamilyState>> Confirm(int number, Stamp stamp);
    [Alias("complete")] Task<Decision<FamilyState>> Complete(int number, Stamp stamp);
    [Alias("no-show")] Task<Decision<FamilyState>> NoShow(int number, Stamp stamp);

    /// <summary>Whether a booking's time is to be kept. One that never came here is recorded as abandoned and refused from then on.</summary>
    [Alias("settle")] Task<Decision<bool>> Settle(OperationId booking, Stamp stamp);
}
