using System.Globalization;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Study.Logic.Running;

/// <summary>Dates and times as the numbers that the dialect reckons with: days since 1 January 1970, wall time as the fraction. What is no day is not a number.</summary>
public static class DayNumbers
{
    private static readonly int Epoch = new DateOnly(1970, 1, 1).DayNumber;

    public static double Of(DateOnly day) => day.DayNumber - Epoch;

    public static double Of(DateTime instant) => Of(DateOnly.FromDateTime(instant)) + Of(TimeOnly.FromDateTime(instant));

    public static double Of(TimeOnly time) => time.Ticks / (double)TimeSpan.TicksPerDay;

    /// <summary>The number that a text stands for: a number, a date, a date and time, or a time of day.</summary>
    public static double Read(string text)
    {
        var trimmed = text.AsSpan().Trim();
        if (trimmed.Length is 0 or > 40) return double.NaN;
        if (double.TryParse(trimmed, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) return number;
        if (!char.IsAsciiDigit(trimmed[0])) return double.NaN;
        if (DateOnly.TryParseExact(trimmed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return Of(day);
        if (TextForms.DateTime(text) is { } instant) return Of(DateTime.Parse(instant, CultureInfo.InvariantCulture));
        return TextForms.Time(text) is { } time ? Of(TimeOnly.Parse(time, CultureInfo.InvariantCulture)) : double.NaN;
    }

    /// <summary>The day; <c>null</c> where the number is none, or no day of a calendar.</summary>
    public static DateOnly? Day(double number)
    {
        var day = Math.Floor(number) + Epoch;
        return day >= 0 && day <= DateOnly.MaxValue.DayNumber ? DateOnly.FromDayNumber((int)day) : null;
    }

    /// <summary>To the second, as nobody writes less on a form.</summary>
    public static DateTime? Instant(double number)
    {
        if (Day(number) is not { } day) return null;
        var seconds = Math.Round((number - Math.Floor(number)) * 86_400);
        return day == DateOnly.MaxValue && seconds >= 86_400 ? null : day.ToDateTime(TimeOnly.MinValue).AddSeconds(seconds);
    }

    public static TimeOnly? Time(double number) => double.IsFinite(number) ? TimeOnly.FromDateTime(Instant(number - Math.Floor(number))!.Value) : null;

    public static string DateText(double number) => Day(number)?.ToString("O", CultureInfo.InvariantCulture) ?? "";

    public static string InstantText(double number) => Instant(number) is { } instant ? TextForms.Of(instant) : "";

    public static string TimeText(double number) => Time(number) is { } time ? TextForms.Of(time) : "";
}
