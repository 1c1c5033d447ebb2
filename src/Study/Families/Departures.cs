using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Fieldwork.Tracing;

namespace SosLongitudinal.Study.Families;

/// <summary>What ends every plan to meet a family: a death, a withdrawal, the end of their part.</summary>
public static class Departures
{
    /// <summary>Whether anybody of the family has died: a case event, the reason why their part ended, or what an attempt to reach or to find them, or a disposition, came to.</summary>
    public static bool HasDied(FamilyState family) =>
        family.EndReason == EndReason.Died || family.CaseEvents.Any(e => e.Kind == CaseEventKind.Death)
        || family.Dispositions.Any(d => d.Code == "2.31") || family.Attempts.Any(a => a.Stands && a.Attempt.Outcome == "died")
        || family.Tracing.Any(t => t.Stands && t.Attempt.Result == TracingResult.Died);

    /// <summary>The appointments to come that no longer may take place.</summary>
    public static IEnumerable<Appointment> NotToBeKept(FamilyState family, string timeZone, DateTimeOffset now) => family.Appointments.Where(a => a.IsOpen && a.Plan.Start > now && IsOver(family, LocalTimes.Day(timeZone, a.Plan.Start)));

    /// <summary>Whether the family is no longer to be met on a day.</summary>
    public static bool IsOver(FamilyState family, DateOnly day) =>
        family.Stage == Stage.Ended || family.ErasedOn is not null || HasDied(family) || family.Consents.IsWithdrawn(ConsentScope.Interview, null, day);
}
