using System.Collections.Immutable;
using System.Runtime.InteropServices;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Fieldwork.Progress;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Registers;

/// <summary>How far the interviews of one shard's families have come, counted; kept until a family, the design or the day changes.</summary>
internal sealed class ShardProgress(Shard shard)
{
    private (int Revision, (int, int) Asked, DateOnly Day) at = (-1, default, default);
    private ImmutableArray<ProgressCount> counts = [];

    public ImmutableArray<ProgressCount> Of(StudyFrame frame, DateOnly today, ImmutableArray<SiteCode>? scope)
    {
        var now = (shard.Revision, frame.DueVersion, today);
        if (at != now) (at, counts) = (now, Count(frame, today));
        return scope is { } sites ? [.. counts.Where(c => sites.Contains(c.Site))] : counts;
    }

    private ImmutableArray<ProgressCount> Count(StudyFrame frame, DateOnly today)
    {
        var found = new Dictionary<ProgressCount, int>();
        foreach (var (family, due) in shard.DueOn(frame, today))
            foreach (var track in due)
            {
                if (track.Track != Track.Interview || ProgressStates.Of(family, track.Wave, track.State, frame.Design.TimeZone, today) is not { } state) continue;
                CollectionsMarshal.GetValueRefOrAddDefault(found, new(track.Wave, family.Site, InterviewerOf(family, track.Wave), state, 0), out _)++;
            }
        return [.. found.Select(c => c.Key with { Families = c.Value })];
    }

    private static string InterviewerOf(FamilyState family, WaveCode wave)
    {
        var interviewer = "";
        foreach (var a in family.Assignments) if (a.Wave == wave) interviewer = a.Interviewer;
        return interviewer;
    }
}
