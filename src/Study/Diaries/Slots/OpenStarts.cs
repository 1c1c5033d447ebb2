using System.Collections.Immutable;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Diaries.Slots;

/// <summary>A time at which an interviewer could begin a meeting.</summary>
public readonly record struct OpenStart(DateTime Local, DateTimeOffset Start)
{
    public DateOnly Day => DateOnly.FromDateTime(Local);

    public PartOfDay Part => PartsOfDay.Of(TimeOnly.FromDateTime(Local));
}

/// <summary>When an interviewer could begin a meeting: in their hours, where nothing with its travel is in the way, in a week that is not full.</summary>
public static class OpenStarts
{
    /// <summary>Starts lie on a grid of half hours from the beginning of the working hours.</summary>
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(30);

    /// <summary>Nothing is offered that begins sooner than this.</summary>
    public static readonly TimeSpan Notice = TimeSpan.FromHours(2);

    /// <param name="last">Inside.</param>
    public static IEnumerable<OpenStart> Of(InterviewerDiary who, DateOnly first, DateOnly last, int minutes, int travel, string timeZone, DateTimeOffset now)
    {
        var taken = who.Taken(now);
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            if (who.Terms.On(day.DayOfWeek) is not { } hours || who.LeftIn(LocalTimes.Monday(day), taken) == 0) continue;
            foreach (var start in OnDay(day, hours, minutes, timeZone))
                if (start.Start >= now + Notice && !IsTaken(taken, start.Start.AddMinutes(-travel), start.Start.AddMinutes(minutes + travel))) yield return start;
        }
    }

    /// <summary>Whether somebody could come along to a meeting at this time, wherever their own grid of starts lies.</summary>
    public static bool IsOpen(InterviewerDiary who, ImmutableArray<DiaryEntry> taken, DateTimeOffset start, int minutes, int travel, string timeZone)
    {
        var (local, end) = (LocalTimes.Local(timeZone, start), LocalTimes.Local(timeZone, start.AddMinutes(minutes)));
        return who.Terms.On(local.DayOfWeek) is { } hours && end.Date == local.Date && TimeOnly.FromDateTime(local) >= hours.From && TimeOnly.FromDateTime(end) <= hours.To
            && who.LeftIn(LocalTimes.Monday(DateOnly.FromDateTime(local)), taken) > 0 && !IsTaken(taken, start.AddMinutes(-travel), start.AddMinutes(minutes + travel));
    }

    private static IEnumerable<OpenStart> OnDay(DateOnly day, DayHours hours, int minutes, string timeZone)
    {
        for (var at = hours.From.ToTimeSpan(); at.TotalMinutes + minutes <= hours.To.ToTimeSpan().TotalMinutes; at += Step)
        {
            if (LocalTimes.At(timeZone, day, TimeOnly.FromTimeSpan(at)) is not Decision<DateTimeOffset>.Accepted(var start)) continue; // the clocks jump over it
            var end = LocalTimes.Local(timeZone, start.AddMinutes(minutes)); // not the sum, where the clocks change meanwhile
            if (DateOnly.FromDateTime(end) == day && TimeOnly.FromDateTime(end) <= hours.To) yield return new(day.ToDateTime(TimeOnly.FromTimeSpan(at)), start);
        }
    }

    private static bool IsTaken(ImmutableArray<DiaryEntry> taken, DateTimeOffset from, DateTimeOffset until)
    {
        foreach (var entry in taken) if (entry.Overlaps(from, until)) return true;
        return false;
    }
}
