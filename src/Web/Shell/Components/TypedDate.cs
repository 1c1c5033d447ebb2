using System.Globalization;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Shell.Components;

/// <summary>A date as typed: three boxes, kept as they are until they are read.</summary>
public sealed class TypedDate
{
    public string Day { get; set; } = "";

    public string Month { get; set; } = "";

    public string Year { get; set; } = "";

    public bool IsEmpty => string.IsNullOrWhiteSpace(Day + Month + Year);

    public static TypedDate Of(DateOnly date) => new() { Day = $"{date.Day}", Month = $"{date.Month}", Year = $"{date.Year}" };

    /// <summary>The date, or a refusal at <paramref name="field"/> that names it: <c>Enter the {what} as a day, month and year</c>.</summary>
    public Decision<DateOnly> Read(string field, string what) =>
        Number(Day) is { } day && Number(Month) is { } month && Number(Year) is { } year && IsDate(day, month, year)
            ? new DateOnly(year, month, day)
            : new Refusal("date.not-one", IsEmpty ? $"Enter the {what}, such as 27 3 2026." : $"The {what} must be a real date, such as 27 3 2026.").At(field);

    private static int? Number(string text) => int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool IsDate(int day, int month, int year) => year is >= 1900 and <= 2200 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
}
