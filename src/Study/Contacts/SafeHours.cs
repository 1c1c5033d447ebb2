using System.Collections.Immutable;
using System.Globalization;
using Orleans;

namespace SosLongitudinal.Study.Contacts;

/// <summary>Hours of some days of the week at which a member may be visited, called or written to on their telephone; local time, <see cref="To"/> is no longer inside.</summary>
[GenerateSerializer, Immutable, Alias("sos.safe-hours")]
public sealed record SafeHours([property: Id(0)] ImmutableArray<DayOfWeek> Days, [property: Id(1)] TimeOnly From, [property: Id(2)] TimeOnly To)
{
    private static readonly ImmutableArray<DayOfWeek> Week = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];
    private static readonly string[] Clock = ["H:mm", "HH:mm", "H.mm", "HH.mm", "%H", "HH"];

    public bool Cover(DateTime local) => Days.Contains(local.DayOfWeek) && TimeOnly.FromDateTime(local) is var time && From <= time && time < To;

    /// <summary>As it is typed: <c>Mon-Fri 9:00-15:00</c>, <c>Sat 10:00-12:00</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{DayWords()} {From:H:mm}-{To:H:mm}");

    /// <summary>Reads one line; <c>null</c> where it is none.</summary>
    public static SafeHours? Read(string line)
    {
        var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts.Length != 2 || parts[1].Split('-') is not [var from, var to] || ReadDays(parts[0]) is not { } days) return null;
        return TimeOnly.TryParseExact(from, Clock, CultureInfo.InvariantCulture, DateTimeStyles.None, out var begins)
            && TimeOnly.TryParseExact(to, Clock, CultureInfo.InvariantCulture, DateTimeStyles.None, out var ends) && begins < ends ? new(days, begins, ends) : null;
    }

    private static ImmutableArray<DayOfWeek>? ReadDays(string text)
    {
        if (text.Equals("daily", StringComparison.OrdinalIgnoreCase)) return Week;
        var ends = text.Split('-').Select(t => Week.FirstOrDefault(d => Short(d).Equals(t, StringComparison.OrdinalIgnoreCase), (DayOfWeek)(-1))).ToList();
        if (ends.Count > 2 || ends.Contains((DayOfWeek)(-1)) || Week.IndexOf(ends[^1]) < Week.IndexOf(ends[0])) return null;
        return [.. Week.SkipWhile(d => d != ends[0]).TakeWhile(d => Week.IndexOf(d) <= Week.IndexOf(ends[^1]))];
    }

    private string DayWords() => Days.Length == Week.Length ? "Daily" : Days.Length == 1 ? Short(Days[0]) : $"{Short(Days[0])}-{Short(Days[^1])}";

    private static string Short(DayOfWeek day) => day.ToString()[..3];
}
