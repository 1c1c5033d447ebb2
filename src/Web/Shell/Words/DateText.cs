using System.Globalization;

namespace SosLongitudinal.Web.Shell.Words;

/// <summary>A date typed in one field, day first: <c>4/3/16</c>, <c>4.3.2016</c>, <c>040316</c>, <c>04032016</c>, or <c>2016-03-04</c>.</summary>
public static class DateText
{
    private static readonly char[] Between = ['/', '.', '-', ' '];

    /// <param name="today">A year of two digits is the last one that has begun by then.</param>
    public static DateOnly? Read(string? text, DateOnly today)
    {
        var typed = text?.Trim() ?? "";
        if (DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var iso)) return iso;
        string[] parts = typed.Length is 6 or 8 && typed.All(char.IsAsciiDigit)
            ? [typed[..2], typed[2..4], typed[4..]]
            : typed.Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts is not [{ Length: <= 2 } d, { Length: <= 2 } m, { Length: 2 or 4 } y]) return null;
        if (Number(d) is not { } day || Number(m) is not { } month || Number(y) is not { } year) return null;
        if (y.Length == 2) year += year <= today.Year % 100 ? today.Year / 100 * 100 : (today.Year / 100 - 1) * 100;
        return year is >= 1900 and <= 2200 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
