using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Diaries;

/// <summary>From a local date and time to an instant and back, over the changes of the clocks.</summary>
public static class LocalTimes
{
    /// <summary>
    /// The instant with the offset that then holds. A time that the clocks jump over is refused; one that they show twice is the first of the two.
    /// </summary>
    public static Decision<DateTimeOffset> At(string timeZone, DateOnly day, TimeOnly time)
    {
        var (zone, local) = (TimeZoneInfo.FindSystemTimeZoneById(timeZone), day.ToDateTime(time));
        if (zone.IsInvalidTime(local)) return AppointmentRefusals.ClocksJump(day, time).At("at");
        return new DateTimeOffset(local, zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local));
    }

    public static DateTime Local(string timeZone, DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(timeZone)).DateTime;

    public static DateOnly Day(string timeZone, DateTimeOffset at) => DateOnly.FromDateTime(Local(timeZone, at));

    /// <summary>The first instant of a local day; where midnight is jumped over, the instant of the jump.</summary>
    public static DateTimeOffset Start(string timeZone, DateOnly day) => First(timeZone, day.ToDateTime(TimeOnly.MinValue));

    /// <summary>The next instant, after this one, at which the clocks show a time: once a day, also on days on which they jump over it or show it twice.</summary>
    public static DateTimeOffset Next(string timeZone, DateTimeOffset after, TimeOnly time)
    {
        for (var day = Day(timeZone, after); ; day = day.AddDays(1))
            if (First(timeZone, day.ToDateTime(time)) is var at && at > after) return at;
    }

    private static DateTimeOffset First(string timeZone, DateTime local)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(timeZone);
        while (zone.IsInvalidTime(local)) local = local.AddMinutes(15);
        return new(local, zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local));
    }

    public static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}
