using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Families;

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
