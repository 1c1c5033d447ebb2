using System.Globalization;

namespace SosLongitudinal.Exchange.Responses;

/// <summary>How sure a day is.</summary>
internal enum DayDoubt
{
    None = 0,
    /// <summary>The day and the month could change places.</summary>
    Either = 1,
    /// <summary>It is a date only if the month stands first.</summary>
    MonthFirst = 2,
    /// <summary>The year has two figures.</summary>
    ShortYear = 3,
    NotADay = 4,
}

/// <summary>A day as spreadsheets write it: 2016-03-01, 1/3/2016 (the day first), 1.3.2016, 1 March 2016.</summary>
internal readonly record struct TypedDay(DateOnly Day, DayDoubt Doubt)
{
    private static readonly string[] Certain =
    [
        "yyyy-MM-dd", "yyyy/MM/dd", "d MMM yyyy", "d MMMM yyyy", "d-MMM-yyyy", "d.M.yyyy",
    ];

    private static readonly string[] WithTime = ["yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss'Z'"];
    private static readonly string[] DayFirst = ["d/M/yyyy", "d-M-yyyy"];
    private static readonly string[] MonthFirst = ["M/d/yyyy", "M-d-yyyy"];
    private static readonly string[] Short = ["d/M/yy", "d-M-yy", "d.M.yy", "M/d/yy", "d-MMM-yy"];

    public static TypedDay Of(ReadOnlySpan<char> text)
    {
        if (Is(text, Certain, out var day)) return new(day, DayDoubt.None);
        if (Is(text, DayFirst, out day)) return new(day, day.Day > 12 || day.Day == day.Month ? DayDoubt.None : DayDoubt.Either);
        if (DateTime.TryParseExact(text, WithTime, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) return new(DateOnly.FromDateTime(time), DayDoubt.None);
        if (Is(text, MonthFirst, out day)) return new(day, DayDoubt.MonthFirst);
        return new(default, Is(text, Short, out _) ? DayDoubt.ShortYear : DayDoubt.NotADay);
    }

    /// <summary>What to do about a day that is not taken.</summary>
    public string Sentence => Doubt switch
    {
        DayDoubt.MonthFirst => $"The month stands first. Write {Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} or {Day.ToString("d/M/yyyy", CultureInfo.InvariantCulture)}.",
        DayDoubt.ShortYear => "Write the year with four figures, such as 2016-03-01 or 1/3/2016.",
        _ => "Must be a day, such as 2016-03-01 or 1/3/2016.",
    };

    private static bool Is(ReadOnlySpan<char> text, string[] formats, out DateOnly day) => DateOnly.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
