using System.Collections.Immutable;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Fieldwork.Attempts;

namespace SosLongitudinal.Grains.Registers;

/// <summary>Whom to try next of one shard's families; worked out anew when a family, the design or the day changes.</summary>
internal sealed class ShardTries(Shard shard)
{
    private (int Revision, (int, int) Asked, DateOnly Day) at = (-1, default, default);
    private List<TryRow> rows = [];

    public TryPage Find(StudyFrame frame, DateOnly today, TryQuestion q)
    {
        var now = (shard.Revision, frame.DueVersion, today);
        if (at != now) (at, rows) = (now, [.. shard.DueOn(frame, today).SelectMany(f => Rows(frame.Design, f.Family, f.Due, today))]);
        var fitting = rows.Where(r => r.State == q.State && (q.Scope is not { } sites || sites.Contains(r.Site)) && (q.Site is not { } site || r.Site == site)
            && (q.Wave is not { } wave || r.Wave == wave) && (q.Interviewer is not { } interviewer || r.Interviewer == interviewer)).ToList();
        var (shown, next) = ShardWork.Page(fitting, r => r.Cursor, q.After, q.Take);
        return new(shown, fitting.Count, next);
    }

    private static IEnumerable<TryRow> Rows(StudyDesign design, FamilyState family, ImmutableArray<DueBrief> due, DateOnly today)
    {
        foreach (var track in due)
        {
            if (track is not { Track: Track.Interview, State: DueState.Open or DueState.ClosingSoon or DueState.Overdue } || design.Wave(track.Wave) is not { } wave) continue;
            var plan = ContactPlan.Of(design, family, track.Wave, track.State, WaveWindows.Of(design, family, wave), today);
            if (plan.State == TryState.None) continue;
            var interviewer = family.Assignments.LastOrDefault(a => a.Wave == track.Wave)?.Interviewer ?? "";
            yield return new(family.Id, family.Site, track.Wave, plan.State, track.State, track.Closes, interviewer, plan.Made, plan.Most, plan.On, plan.Next,
                [.. plan.Untried.Select(t => t.Code)], plan.Last?.Attempt.Outcome, plan.Last?.Attempt.At) { NeedsTwo = family.NeedsTwo };
        }
    }
}
