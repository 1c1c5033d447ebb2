using System.Globalization;

namespace SosLongitudinal.Study.Kernel;

/// <summary>Days and instants as a sentence says them; fields and files keep ISO.</summary>
public static class DayWords
{
    /// <summary><c>4 March 2016</c>.</summary>
    public static string Of(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    public static string Of(DateOnly? day) => day is { } known ? Of(known) : "a day that is not known";

    /// <summary>As precise as it is known: <c>4 March 2016</c>, <c>March 2016</c> or <c>2016</c>.</summary>
    public static string Of(PartialDate date) =>
        date.IsDay ? Of(date.Earliest) : date.Month == 0 ? date.Year.ToString(CultureInfo.InvariantCulture) : date.Earliest.ToString("MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary><c>4 March 2016 at 14:05 UTC</c>; a rule does not know where its reader is.</summary>
    public static string Of(DateTimeOffset? at) => at?.UtcDateTime.ToString("d MMMM yyyy 'at' HH:mm 'UTC'", CultureInfo.InvariantCulture) ?? "a day that is not known";
}
