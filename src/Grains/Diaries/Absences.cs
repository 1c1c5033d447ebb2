using System.Collections.Immutable;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Diaries;

/// <summary>Days on which a person or room is not to be had: set in the diary of each month that they touch, or in none.</summary>
public sealed class Absences(IGrainFactory grains, StudyFrames frames, DiarySettling settling)
{
    private const int MostDays = 366;

    /// <param name="last">Inside.</param>
    public async Task<Decision<DateOnly>> Set(DiaryOwner owner, DateOnly first, DateOnly last, Stamp stamp)
    {
        if (last < first || last.DayNumber - first.DayNumber > MostDays) return RosterRefusals.AwayOrder.At("last");
        var zone = (await frames.Current()).Design.TimeZone;
        var (from, until) = (LocalTimes.Start(zone, first), LocalTimes.Start(zone, last.AddDays(1)));
        var keys = DiaryClaims.Months(from, until, zone).Select(month => new DiaryKey(owner, month)).ToList();
        for (var i = 0; i < keys.Count; i++)
        {
            await settling.Overlapping(keys[i], from, until);
            if (await grains.Diary(keys[i]).SetAway(from, until, stamp) is not Decision<Diary>.Refused { Why: var no }) continue;
            foreach (var set in keys[..i]) await grains.Diary(set).LiftAway(stamp.Operation, stamp.For("take back"));
            return no;
        }
        return first;
    }

    /// <summary>Takes an absence back, in every month from the given one on.</summary>
    public async Task Lift(DiaryKey key, OperationId away, Stamp stamp)
    {
        for (var at = key; (await grains.Diary(at).Read()).Find(away) is { State: EntryState.Away }; at = at with { Month = at.Month.Next })
            await grains.Diary(at).LiftAway(away, stamp);
    }

    /// <summary>The absences of an owner that have not ended, each once, in order.</summary>
    public async Task<ImmutableArray<DiaryEntry>> From(DiaryOwner owner, DateOnly day, int months)
    {
        var zone = (await frames.Current()).Design.TimeZone;
        var entries = new List<DiaryEntry>();
        var month = DiaryMonth.Of(day);
        for (var i = 0; i < months; i++, month = month.Next) entries.AddRange((await grains.Diary(new(owner, month)).Read()).Entries);
        return [.. entries.Where(e => e.State == EntryState.Away && e.Until > LocalTimes.Start(zone, day)).DistinctBy(e => e.Operation).OrderBy(e => e.From)];
    }
}
