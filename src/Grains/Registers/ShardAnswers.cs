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
        var total = 0;
        var fits = new List<(FamilyState Family, FamilyCursor Cursor)>();
        foreach (var (family, due) in shard.DueOn(frame, today))
        {
            if (!Fits(q, family, due)) continue;
            total++;
            var cursor = new FamilyCursor(q.Order == FamilyOrder.Closes ? Closes(q, due) : DateOnly.MinValue, family.Id);
            if (q.After is not { } after || cursor.CompareTo(after) > 0) fits.Add((family, cursor));
        }
        if (q.Order == FamilyOrder.Closes) fits.Sort((a, b) => a.Cursor.CompareTo(b.Cursor));
        var rows = fits.Take(Math.Clamp(q.Take, 1, MostRows)).Select(f => new FamilyRow(f.Family, DueList.Of(frame, f.Family, today), f.Cursor)).ToImmutableArray();
        return new(rows, total, fits.Count > rows.Length ? rows[^1].Cursor : null);
    }

    public static ImmutableArray<DueCount> DueCounts(Shard shard, StudyFrame frame, DateOnly today, ImmutableArray<SiteCode>? scope)
    {
        var counts = new Dictionary<(SiteCode, WaveCode, Track, DueState), int>();
        foreach (var (family, due) in shard.DueOn(frame, today))
        {
            if (!Sees(scope, family)) continue;
            foreach (var track in due)
            {
                var key = (family.Site, track.Wave, track.Track, track.State);
                counts[key] = counts.GetValueOrDefault(key) + 1;
            }
        }
        return [.. counts.Select(c => new DueCount(c.Key.Item1, c.Key.Item2, c.Key.Item3, c.Key.Item4, c.Value))];
    }

    public static ImmutableArray<StageCount> StageCounts(Shard shard, ImmutableArray<SiteCode>? scope) =>
        [.. shard.Snapshot(scope).CountBy(f => (f.Site, f.Stage)).Select(c => new StageCount(c.Key.Site, c.Key.Stage, c.Value))];

    public static ImmutableArray<Caseload> Caseloads(Shard shard, ImmutableArray<SiteCode>? scope) =>
        [.. shard.Snapshot(scope).Where(f => f.Stage != Stage.Ended).Select(HolderNow).OfType<WorkerId>().CountBy(w => w).Select(c => new Caseload(c.Key, c.Value))];

    private static object? HolderNow(FamilyState family) => family.WorkerSpells is [.., { Holder: CaseHolder.Named { Worker: var worker } }] ? worker : null;

    private static bool Fits(FamilyQuestion q, FamilyState family, ImmutableArray<DueBrief> due) =>
        Sees(q.Scope, family)
        && (q.Site is not { } site || family.Site == site)
        && (q.Cohort is not { } cohort || family.Cohort == cohort)
        && (q.Stage is not { } stage || family.Stage == stage)
        && (q.Text.Length == 0 || family.Id.ToString().StartsWith(q.Text, StringComparison.OrdinalIgnoreCase) || family.Serial.Contains(q.Text, StringComparison.OrdinalIgnoreCase))
        && (q.Worker is not { } worker || HolderNow(family) is WorkerId holder && holder == worker)
        && (q.Interviewer is not { } interviewer || family.Assignments.Any(a => a.Interviewer == interviewer))
        && (q.Due.IsEmpty || due.Any(t => (q.Wave is not { } wave || t.Wave == wave) && t.Track == q.Track && q.Due.Contains(t.State)));

    private static bool Sees(ImmutableArray<SiteCode>? scope, FamilyState family) => scope is not { } sites || sites.Contains(family.Site);

    private static DateOnly Closes(FamilyQuestion q, ImmutableArray<DueBrief> due) =>
        due.Where(t => (q.Wave is not { } wave || t.Wave == wave) && t.Track == q.Track && (q.Due.IsEmpty || q.Due.Contains(t.State)))
            .Select(t => t.Closes).DefaultIfEmpty(DateOnly.MaxValue).Min();
}
