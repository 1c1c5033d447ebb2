using System.Collections.Immutable;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Study.Diaries;

namespace SosLongitudinal.Web.Pages.Appointments.Agenda;

/// <summary>The appointments of one local day, in order of their times.</summary>
public sealed record AgendaDay(DateOnly Day, ImmutableArray<AgendaRow> Rows)
{
    public static ImmutableArray<AgendaDay> Of(IEnumerable<AgendaRow> rows, string timeZone) =>
        [.. rows.GroupBy(r => LocalTimes.Day(timeZone, r.Appointment.Plan.Start)).OrderBy(g => g.Key).Select(g => new AgendaDay(g.Key, [.. g]))];
}
