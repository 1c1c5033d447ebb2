using System.Collections.Immutable;
using Orleans;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Diaries;

/// <summary>A room to meet families in, at a site.</summary>
[GenerateSerializer, Immutable, Alias("sos.room")]
public sealed record Room([property: Id(0)] RoomCode Code, [property: Id(1)] SiteCode Site, [property: Id(2)] string Name, [property: Id(3)] bool IsClosed = false);

/// <summary>Between which local times somebody works on a day of the week; the end is inside as the last moment of an appointment.</summary>
[GenerateSerializer, Immutable, Alias("sos.day-hours")]
public readonly record struct DayHours([property: Id(0)] DayOfWeek Day, [property: Id(1)] TimeOnly From, [property: Id(2)] TimeOnly To);

/// <summary>When and how much an interviewer works.</summary>
/// <param name="WeeklyLimit">The most appointments from Monday to Sunday; <c>null</c>: no limit.</param>
[GenerateSerializer, Immutable, Alias("sos.work-terms")]
public sealed record WorkTerms([property: Id(0)] string Account, [property: Id(1)] ImmutableArray<DayHours> Hours, [property: Id(2)] int? WeeklyLimit)
{
    /// <summary>Every day from eight to eight, without a limit, until something else is said.</summary>
    public static WorkTerms Usual(string account) => new(account, [.. Enum.GetValues<DayOfWeek>().Select(day => new DayHours(day, new(8, 0), new(20, 0)))], null);

    public DayHours? On(DayOfWeek day)
    {
        foreach (var hours in Hours) if (hours.Day == day) return hours;
        return null;
    }
}

/// <summary>A calendar that others may subscribe to by a secret address; only the address's SHA-256 is kept, in hexadecimal.</summary>
[GenerateSerializer, Immutable, Alias("sos.calendar-feed")]
public sealed record CalendarFeed([property: Id(0)] DiaryOwner Owner, [property: Id(1)] string Hash, [property: Id(2)] string By, [property: Id(3)] DateTimeOffset At);

/// <summary>Who works when, and which rooms there are: what a booking is held against beside the diaries. One for the study.</summary>
[GenerateSerializer, Immutable, Alias("sos.roster")]
public sealed record Roster
{
    [Id(0)] public ImmutableArray<Room> Rooms { get; init; } = [];
    [Id(1)] public ImmutableArray<WorkTerms> People { get; init; } = [];

    /// <summary>At most one for each person and room.</summary>
    [Id(2)] public ImmutableArray<CalendarFeed> Feeds { get; init; } = [];

    public Room? Room(RoomCode code)
    {
        foreach (var room in Rooms) if (room.Code == code) return room;
        return null;
    }

    public WorkTerms TermsOf(string account)
    {
        foreach (var terms in People) if (terms.Account == account) return terms;
        return WorkTerms.Usual(account);
    }

    public CalendarFeed? FeedOf(DiaryOwner owner)
    {
        foreach (var feed in Feeds) if (feed.Owner == owner) return feed;
        return null;
    }

    public CalendarFeed? FeedAt(string hash)
    {
        foreach (var feed in Feeds) if (feed.Hash == hash) return feed;
        return null;
    }

    public int? WeeklyLimitOf(string account) => TermsOf(account).WeeklyLimit;
}
