using System.Collections.Immutable;
using System.Globalization;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Fieldwork.Safety;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Words;

namespace SosLongitudinal.Web.Pages.Appointments;

/// <summary>One who is overdue, in a sentence around the family's id.</summary>
public sealed record OverdueLine(bool IsNotBack, string Before, FamilyId Family, string After, string Link);

/// <summary>Who is not back, at the head of a page: ids and times only.</summary>
/// <param name="More">How many of whom nothing was heard are not shown.</param>
public sealed record OverduePart(ImmutableArray<OverdueLine> Lines, int More)
{
    private const int MostUnheard = 10;

    public static OverduePart Of(ImmutableArray<OverdueVisit> visits, StudyFrame frame, DateTimeOffset now, string back)
    {
        var unheard = visits.Count(v => v.State == VisitState.NothingHeard);
        var shown = visits.Where(v => v.State == VisitState.NotBack).Concat(visits.Where(v => v.State == VisitState.NothingHeard).Take(MostUnheard));
        return new([.. shown.Select(v => Line(v, frame, now, back))], Math.Max(0, unheard - MostUnheard));
    }

    private static OverdueLine Line(OverdueVisit visit, StudyFrame frame, DateTimeOffset now, string back)
    {
        var (zone, isNotBack) = (frame.Design.TimeZone, visit.State == VisitState.NotBack);
        var (due, today) = (LocalTimes.Local(zone, visit.Due), LocalTimes.Day(zone, now));
        var when = DateOnly.FromDateTime(due) == today ? due.ToString("HH:mm", CultureInfo.InvariantCulture) : due.ToString("HH:mm 'on' d MMMM", CultureInfo.InvariantCulture);
        return new(isNotBack, $"{visit.State.Words()}: due {when}, {SafetyWords.Ago(now - visit.Due)}, ", visit.Family,
            $" at {frame.Sites.GetValueOrDefault(visit.Site)?.Name ?? $"{visit.Site}"}", AppointmentsLinks.SafeReturn(visit.Family, visit.Appointment.Number, back));
    }
}
