using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork.Safety;

namespace SosLongitudinal.Grains.Registers;

/// <summary>What one shard answers about appointments.</summary>
internal static class ShardAgenda
{
    public static AgendaPage Of(Shard shard, AgendaQuestion q)
    {
        var fitting = Rows(shard, q).ToList();
        var (rows, next) = ShardWork.Page(fitting, r => r.Cursor, q.After, q.Take);
        return new(rows, fitting.Count, next);
    }

    /// <summary>Only what has begun is looked at closely: of most families nothing has lately.</summary>
    public static IEnumerable<OverdueVisit> Overdue(Shard shard, WatchQuestion q, string timeZone)
    {
        foreach (var family in shard.Booked)
        {
            if (q.Scope is { } sites && !sites.Contains(family.Site)) continue;
            foreach (var a in family.Appointments)
            {
                if (a.Plan.Start > q.Now || (!a.IsOpen && a.Safety is null) || (q.Person is { } person && !a.Plan.Involves(person))) continue;
                if (VisitWatch.Of(family, a, q.Margin, timeZone, q.Now) is var state && state.IsOverdue()) yield return new(family.Id, family.Site, a, state, VisitWatch.ExpectedBack(a, q.Margin));
            }
        }
    }

    private static IEnumerable<AgendaRow> Rows(Shard shard, AgendaQuestion q)
    {
        foreach (var family in shard.Booked)
        {
            if (!Sees(q, family)) continue;
            foreach (var appointment in family.Appointments) if (Fits(q, appointment)) yield return new(family.Id, family.Site, appointment) { NeedsTwo = family.NeedsTwo };
        }
    }

    private static bool Sees(AgendaQuestion q, FamilyState family) => (q.Scope is not { } sites || sites.Contains(family.Site)) && (q.Site is not { } one || family.Site == one);

    private static bool Fits(AgendaQuestion q, Appointment appointment) =>
        (q.From is not { } from || appointment.Plan.Start >= from) && (q.Until is not { } until || appointment.Plan.Start < until)
        && (q.States.IsEmpty || q.States.Contains(appointment.State))
        && (q.Person is not { } person || appointment.Plan.Involves(person)) && (q.Room is not { } room || appointment.Plan.Room == room);
}
