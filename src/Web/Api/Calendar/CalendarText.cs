using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Groups;

namespace SosLongitudinal.Web.Api.Calendar;

/// <summary>
/// Appointments and focus groups as an iCalendar document: ids and place codes, no name, no address, no person, not what the study is about. Times are UTC instants, which every
/// client shows by its own clocks, whatever these do in between.
/// </summary>
internal static class CalendarText
{
    public const string ContentType = "text/calendar; charset=utf-8";

    public static string Of(IEnumerable<AgendaRow> rows, IEnumerable<FocusGroup> groups, DateTimeOffset now)
    {
        var calendar = new Ical.Net.Calendar { ProductId = "-//appointments//EN" };
        foreach (var row in rows) calendar.Events.Add(Event(row, now));
        foreach (var group in groups) calendar.Events.Add(Event(group, group.Session!, now));
        return new CalendarSerializer().SerializeToString(calendar) ?? throw new InvalidOperationException("The calendar could not be written.");
    }

    private static CalendarEvent Event(AgendaRow row, DateTimeOffset now)
    {
        var (appointment, plan) = (row.Appointment, row.Appointment.Plan);
        return new()
        {
            Uid = $"{row.Family}-{appointment.Number}@appointments",
            DtStamp = At(now),
            Start = At(plan.Start),
            End = At(plan.End),
            Summary = $"{row.Family} {plan.Place}",
            Location = plan.Place,
            Sequence = appointment.Moves.Length + (appointment.State == AppointmentState.Cancelled ? 1 : 0),
            Status = appointment.State switch { AppointmentState.Booked => EventStatus.Tentative, AppointmentState.Cancelled => EventStatus.Cancelled, _ => EventStatus.Confirmed },
            Class = "PRIVATE",
        };
    }

    private static CalendarEvent Event(FocusGroup group, SessionPlan session, DateTimeOffset now) => new()
    {
        Uid = $"{group.Id}@appointments",
        DtStamp = At(now),
        Start = At(session.Start),
        End = At(session.End),
        Summary = $"{group.Id} {session.Place}",
        Location = session.Place,
        Sequence = group.Moves.Length + (group.State == GroupState.Cancelled ? 1 : 0),
        Status = group.State == GroupState.Cancelled ? EventStatus.Cancelled : EventStatus.Confirmed,
        Class = "PRIVATE",
    };

    private static CalDateTime At(DateTimeOffset at) => new(at.UtcDateTime, CalDateTime.UtcTzId);
}
