using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Grains.Sheets;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Groups;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Reminders;

/// <summary>What waits for a coordinator today: counts and ids, no name, no site and nothing of what is studied.</summary>
public sealed class DigestWriter(FamilyRegisters families, AgendaRegisters agenda, SheetBooks sheets, StudyFrames frames, TimeProvider clock)
{
    private const int MostIds = 12;

    public async Task<string> Write(ImmutableArray<SiteCode>? scope)
    {
        var frame = await frames.Current();
        var design = frame.Design;
        var now = clock.GetUtcNow();
        bool maySee(SiteCode site) => scope is not { } own || own.Contains(site);
        var today = design.Today(now);
        var due = (await families.DueCounts(scope)).Where(c => c.Track == Study.Design.Track.Interview).GroupBy(c => c.State).ToDictionary(g => g.Key, g => g.Sum(c => c.Families));
        var soon = await agenda.Agenda(new() { Scope = scope, From = now, Until = LocalTimes.Start(design.TimeZone, today.AddDays(4)), States = [AppointmentState.Booked], Take = 100 });
        var kept = await agenda.Agenda(new() { Scope = scope, From = now.AddDays(-7), Until = now, States = [AppointmentState.NoShow], Take = 100 });
        var unsaid = await agenda.Agenda(new() { Scope = scope, From = now.AddDays(-30), Until = now.AddHours(-12), States = [AppointmentState.Booked, AppointmentState.Confirmed], Take = 100 });
        var overdue = (await sheets.All()).Where(s => s.IsOverdue(today) && (scope is null || s.Plan.Sites.Any(maySee))).Select(s => $"{s.Id}");
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"Interviews due now: {due.GetValueOrDefault(DueState.Open) + due.GetValueOrDefault(DueState.ClosingSoon)}, of these closing soon: {due.GetValueOrDefault(DueState.ClosingSoon)}");
        text.AppendLine(CultureInfo.InvariantCulture, $"Overdue, somebody is to say what became of them: {due.GetValueOrDefault(DueState.Overdue)}");
        Line(text, "Appointments of the next three days that nobody has confirmed", soon.Total, soon.Rows.Select(r => $"{r.Family}"));
        Line(text, "Nobody was there in the last week", kept.Total, kept.Rows.Select(r => $"{r.Family}"));
        Line(text, "Appointments of which nobody has said what happened", unsaid.Total, unsaid.Rows.Select(r => $"{r.Family}"));
        text.AppendLine(CultureInfo.InvariantCulture, $"Focus groups and key-informant interviews still to be booked: {GroupTargets.Progress(frame, maySee).Sum(p => p.Short)}");
        var unfilled = frame.Groups.Values.Where(g => g is { State: GroupState.Scheduled, Session: { } session } && maySee(g.Plan!.Site) && session.Start > now && session.Start < now.AddDays(14) && g.Seated.Count() < g.Plan.Seats);
        Line(text, "Booked groups of the next two weeks with seats free", unfilled.Count(), unfilled.OrderBy(g => g.Session!.Start).Select(g => $"{g.Id}"));
        Line(text, "Printed sheets that should have been destroyed", overdue.Count(), overdue);
        return text.ToString();
    }

    private static void Line(StringBuilder text, string what, int count, IEnumerable<string> ids)
    {
        var shown = ids.Distinct().Take(MostIds).ToList();
        text.AppendLine(CultureInfo.InvariantCulture, $"{what}: {count}{(shown.Count == 0 ? "" : $" ({string.Join(", ", shown)}{(count > shown.Count ? ", ..." : "")})")}");
    }
}
