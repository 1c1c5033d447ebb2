using System.Text.Json.Serialization;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Families;

/// <summary>What happens about meeting a family at a time and place.</summary>
[JsonDerivedType(typeof(AppointmentBooked), "appointment.booked")]
[JsonDerivedType(typeof(AppointmentMoved), "appointment.moved")]
[JsonDerivedType(typeof(AppointmentConfirmed), "appointment.confirmed")]
[JsonDerivedType(typeof(AppointmentCompleted), "appointment.completed")]
[JsonDerivedType(typeof(AppointmentNotKept), "appointment.no-show")]
[JsonDerivedType(typeof(AppointmentCancelled), "appointment.cancelled")]
[JsonDerivedType(typeof(BookingAbandoned), "booking.abandoned")]
public abstract partial record FamilyFact
{
    /// <summary>The diaries keep its time under the fact's own operation.</summary>
    public sealed record AppointmentBooked(int Number, AppointmentPlan Plan) : FamilyFact;

    public sealed record AppointmentMoved(int Number, AppointmentPlan Plan, AskedBy Asked) : FamilyFact;
    public sealed record AppointmentConfirmed(int Number) : FamilyFact;
    public sealed record AppointmentCompleted(int Number) : FamilyFact;
    public sealed record AppointmentNotKept(int Number) : FamilyFact;
    public sealed record AppointmentCancelled(int Number, AskedBy Asked) : FamilyFact;

    /// <summary>A booking whose hold ran out before it came here: from now on it is refused.</summary>
    public sealed record BookingAbandoned(OperationId Booking) : FamilyFact;
}
