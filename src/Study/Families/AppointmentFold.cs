using System.Collections.Immutable;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Families;

/// <summary>The fold of what happens about appointments. Where the booking itself was erased there is no appointment, and nothing changes.</summary>
internal static class AppointmentFold
{
    public static FamilyState Next(FamilyState family, Recorded<FamilyFact> fact) => fact.Content switch
    {
        FamilyFact.AppointmentBooked f => family with { Appointments = family.Appointments.Add(new(f.Number, f.Plan, fact.Head.Op, AppointmentState.Booked)) },
        FamilyFact.AppointmentMoved f => Change(family, f.Number, a => a with
        {
            Plan = f.Plan,
            Booking = fact.Head.Op,
            State = Appointment.IsOnlySecond(a.Plan, f.Plan) ? a.State : AppointmentState.Booked,
            Safety = Appointment.IsOnlySecond(a.Plan, f.Plan) ? a.Safety : null,
            Moves = a.Moves.Add(new(a.Plan, a.Booking, f.Asked, fact.Why, fact.Head.By, fact.Head.At)),
        }),
        FamilyFact.AppointmentConfirmed f => Change(family, f.Number, a => a with { State = AppointmentState.Confirmed }),
        FamilyFact.AppointmentCompleted f => Change(family, f.Number, a => a with { State = AppointmentState.Completed }),
        FamilyFact.AppointmentNotKept f => Change(family, f.Number, a => a with { State = AppointmentState.NoShow }),
        FamilyFact.AppointmentCancelled f => Change(family, f.Number, a => a with { State = AppointmentState.Cancelled, CancelledBy = f.Asked, Why = fact.Why }),
        FamilyFact.BookingAbandoned f => family with { AbandonedBookings = family.AbandonedBookings.Add(f.Booking) },
        _ => family,
    };

    private static FamilyState Change(FamilyState family, int number, Func<Appointment, Appointment> change) =>
        family with { Appointments = [.. family.Appointments.Select(a => a.Number == number ? change(a) : a)] };
}
