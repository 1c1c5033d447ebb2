using System.Collections.Immutable;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Registers;

/// <summary>What a shard has counted, kept until a family, the design or the day changes; who may see fewer sites gets fewer of the counts.</summary>
internal sealed class ShardCounts(Shard shard)
{
    private (int Revision, (int, int) Asked, DateOnly Day) dueAt = (-1, default, default);
    private ImmutableArray<DueCount> due = [];
    private int stagesAt = -1;
    private ImmutableArray<StageCount> stages = [];
    private int caseloadsAt = -1;
    private ImmutableArray<(SiteCode Site, Caseload Caseload)> caseloads = [];

    public ImmutableArray<DueCount> Due(StudyFrame frame, DateOnly today, ImmutableArray<SiteCode>? scope)
    {
        var now = (shard.Revision, frame.DueVersion, today);
        if (dueAt != now) (dueAt, due) = (now, CountDue(frame, today));
        return scope is { } sites ? [.. due.Where(c => sites.Contains(c.Site))] : due;
    }

    public ImmutableArray<StageCount> Stages(ImmutableArray<SiteCode>? scope)
    {
        if (stagesAt != shard.Revision)
            (stagesAt, stages) = (shard.Revision, [.. shard.Families.CountBy(f => (f.Site, f.Stage)).Select(c => new StageCount(c.Key.Site, c.Key.Stage, c.Value))]);
        return scope is { } sites ? [.. stages.Where(c => sites.Contains(c.Site))] : stages;
    }

    /// <summary>Only families of these sites count, wherever their workers are.</summary>
    public ImmutableArray<Caseload> Caseloads(ImmutableArray<SiteCode>? scope)
    {
        if (caseloadsAt != shard.Revision) (caseloadsAt, caseloads) = (shard.Revision, CountCaseloads());
        return [.. caseloads.Where(c => scope is not { } sites || sites.Contains(c.Site)).GroupBy(c => c.Caseload.Worker).Select(g => new Caseload(g.Key, g.Sum(c => c.Caseload.Families)))];
    }

    private ImmutableArray<DueCount> CountDue(StudyFrame frame, DateOnly today)
    {
        var counts = new Dictionary<(SiteCode, WaveCode, Track, DueState), int>();
        foreach (var (family, tracks) in shard.DueOn(frame, today))
            foreach (var track in tracks)
            {
                var key = (family.Site, track.Wave, track.Track, track.State);
                counts[key] = counts.GetValueOrDefault(key) + 1;
            }
        return [.. counts.Select(c => new DueCount(c.Key.Item1, c.Key.Item2, c.Key.Item3, c.Key.Item4, c.Value))];
    }

    private ImmutableArray<(SiteCode, Caseload)> CountCaseloads() =>
    [
        .. shard.Families.Where(f => f.Stage != Stage.Ended && ShardAnswers.HolderNow(f) is not null)
            .CountBy(f => (f.Site, Worker: ShardAnswers.HolderNow(f)!.Value)).Select(c => (c.Key.Site, new Caseload(c.Key.Worker, c.Value))),
    ];
}
