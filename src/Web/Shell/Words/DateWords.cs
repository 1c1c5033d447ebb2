using System.Globalization;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Shell.Words;

/// <summary>Dates as a person reads them: <c>4 March 2016</c>.</summary>
public static class DateWords
{
    private static readonly CultureInfo British = CultureInfo.InvariantCulture;

    public static string Words(this DateOnly day) => DayWords.Of(day);

    /// <summary>As precise as it is known: <c>4 March 2016</c>, <c>March 2016</c> or <c>2016</c>.</summary>
    public static string Words(this PartialDate date) => DayWords.Of(date);

    public static string Words(this BirthMonth birth) => new DateOnly(birth.Year, birth.Month, 1).ToString("MMMM yyyy", British);

    /// <summary>An instant as the study's clocks show it: <c>4 March 2016, 14:05</c>.</summary>
    public static string Words(this DateTimeOffset at, string timeZone) =>
        TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(timeZone)).ToString("d MMMM yyyy, HH:mm", British);

    /// <summary>How far away a day is: <c>today</c>, <c>in 3 days</c>, <c>2 weeks ago</c>.</summary>
    public static string From(this DateOnly day, DateOnly today)
    {
        var days = day.DayNumber - today.DayNumber;
        if (days == 0) return "today";
        var (amount, unit) = Math.Abs(days) switch
        {
            < 21 and var few => (few, "day"),
            < 92 and var some => (some / 7, "week"),
            < 730 and var many => (many / 30, "month"),
            var years => (years / 365, "year"),
        };
        var span = $"{amount} {unit}{(amount == 1 ? "" : "s")}";
        return days > 0 ? $"in {span}" : $"{span} ago";
    }
}
