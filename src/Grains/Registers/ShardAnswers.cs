using System.Collections.Immutable;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Registers;

/// <summary>What one shard answers to each question, from memory.</summary>
internal static class ShardAnswers
{
    private const int MostRows = 500;

    public static FamilyPage Find(Shard shard, StudyFrame frame, DateOnly today, FamilyQuestion q)
    {
        var places = Places(shard, frame, today, q);
        return new(Rows(shard, frame, today, places.Cursors), places.Total, places.More ? places.Cursors[^1] : null);
    }

    /// <summary>Where the first families that fit stand, without their rows: of 32 shards' answers most are not shown.</summary>
    public static FamilyPlaces Places(Shard shard, StudyFrame frame, DateOnly today, FamilyQuestion q)
    {
        var total = 0;
        var nearest = new NearestPlaces(Math.Clamp(q.Take, 1, MostRows));
        foreach (var (family, due) in shard.DueOn(frame, today))
        {
            if (!Fits(q, family, due)) continue;
            total++;
            var cursor = new FamilyCursor(q.Order == FamilyOrder.Closes ? Closes(q, due) : DateOnly.MinValue, family.Id);
            if (q.After is not { } after || cursor.CompareTo(after) > 0) nearest.Offer(cursor);
        }
        return new(nearest.InOrder(), total, nearest.More);
    }

    public static ImmutableArray<FamilyRow> Rows(Shard shard, StudyFrame frame, DateOnly today, ImmutableArray<FamilyCursor> cursors) =>
        [.. cursors.Select(c => (Cursor: c, Family: shard.Find(c.Family))).Where(f => f.Family is not null).Select(f => new FamilyRow(f.Family!, DueList.Of(frame, f.Family!, today), f.Cursor))];

    internal static WorkerId? HolderNow(FamilyState family) => family.WorkerSpells is [.., { Holder: CaseHolder.Named { Worker: var worker } }] ? worker : null;

    private static bool Fits(FamilyQuestion q, FamilyState family, ImmutableArray<DueBrief> due) =>
        Sees(q.Scope, family)
        && (q.Site is not { } site || family.Site == site)
        && (q.Cohort is not { } cohort || family.Cohort == cohort)
        && (q.Stage is not { } stage || family.Stage == stage)
        && (q.Text.Length == 0 || family.Id.ToString().StartsWith(q.Text, StringComparison.OrdinalIgnoreCase) || family.Serial.Contains(q.Text, StringComparison.OrdinalIgnoreCase) || WasKnownAs(family, q.Text))
        && (q.Worker is not { } worker || HolderNow(family) == worker)
        && (q.Interviewer is not { } interviewer || family.Assignments.Any(a => a.Interviewer == interviewer))
        && (q.Due.IsEmpty || IsDue(q, due));

    /// <summary>By the id or the serial of a family that was merged into it.</summary>
    private static bool WasKnownAs(FamilyState family, string text)
    {
        foreach (var link in family.Links)
            if (link.Kind == FamilyLinkKind.MergedFrom && (link.Family.ToString().StartsWith(text, StringComparison.OrdinalIgnoreCase) || link.Serial.Contains(text, StringComparison.OrdinalIgnoreCase))) return true;
        return false;
    }

    private static bool IsDue(FamilyQuestion q, ImmutableArray<DueBrief> due)
    {
        foreach (var track in due) if (Asks(q, track)) return true;
        return false;
    }

    private static bool Sees(ImmutableArray<SiteCode>? scope, FamilyState family) => scope is not { } sites || sites.Contains(family.Site);

    private static DateOnly Closes(FamilyQuestion q, ImmutableArray<DueBrief> due)
    {
        var first = DateOnly.MaxValue;
        foreach (var track in due) if (track.Closes < first && Asks(q, track)) first = track.Closes;
        return first;
    }

    private static bool Asks(FamilyQuestion q, DueBrief track) =>
        track.Track == q.Track && (q.Due.IsEmpty || q.Due.Contains(track.State)) && (q.Wave is not { } wave || track.Wave == wave);
}
