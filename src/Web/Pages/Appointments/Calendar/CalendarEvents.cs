using System.Collections.Immutable;
using System.Globalization;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Web.Shell.Words;

namespace SosLongitudinal.Web.Pages.Appointments.Calendar;

/// <summary>One appointment as the calendar draws it: local times as the study's clocks show them.</summary>
public sealed record CalendarEvent(string Title, string Start, string End, string Url, string Tone);

/// <summary>What the calendar draws, and between which days it can be turned.</summary>
public sealed record CalendarEvents(string From, string Until, string Today, ImmutableArray<CalendarEvent> Events)
{
    public static CalendarEvent Of(AgendaRow row, string timeZone, IReadOnlyDictionary<string, string> names) => new(
        $"{row.Family}, {names.GetValueOrDefault(row.Appointment.Plan.Interviewer, row.Appointment.Plan.Interviewer)}: {row.Appointment.State.Words().ToLowerInvariant()}",
        Local(timeZone, row.Appointment.Plan.Start), Local(timeZone, row.Appointment.Plan.End), AppointmentsLinks.OfFamily(row.Family), row.Appointment.State.Tone().ToString().ToLowerInvariant());

    private static string Local(string timeZone, DateTimeOffset at) => LocalTimes.Local(timeZone, at).ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
}
