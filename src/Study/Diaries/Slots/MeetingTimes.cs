using System.Collections.Immutable;
using Orleans;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Diaries.Slots;

/// <summary>When a family may safely be met in one way: what planning needs of safe contact, and nothing else of it.</summary>
/// <param name="Hours">Local hours in which the whole of a meeting must lie; none: at any time.</param>
/// <param name="Bar">Why they may not be met in this way at all.</param>
[GenerateSerializer, Immutable, Alias("sos.meeting-times")]
public sealed record MeetingTimes([property: Id(0)] ImmutableArray<DayHours> Hours, [property: Id(1)] Refusal? Bar = null)
{
    public static readonly MeetingTimes Any = new([]);

    public bool Cover(DateTime local, int minutes)
    {
        if (Bar is not null) return false;
        if (Hours.IsEmpty) return true;
        var end = local.AddMinutes(minutes);
        for (var at = local; at < end;)
        {
            if (Until(at) is not { } covered) return false;
            at = covered;
        }
        return true;
    }

    /// <summary>Until when the hours that a time lies in go on.</summary>
    private DateTime? Until(DateTime at)
    {
        var time = TimeOnly.FromDateTime(at);
        foreach (var hours in Hours) if (hours.Day == at.DayOfWeek && hours.From <= time && time < hours.To) return at.Date + hours.To.ToTimeSpan();
        return null;
    }
}
