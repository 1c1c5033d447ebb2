using System.Globalization;
using System.Text.Json.Serialization;
using Orleans;

namespace SosLongitudinal.Study.Kernel;

/// <summary>A date known to the day, the month or the year: <c>2016-03-09</c>, <c>2016-03</c> or <c>2016</c>.</summary>
[GenerateSerializer, Immutable, Alias("sos.partial-date")]
[JsonConverter(typeof(TextValueConverter<PartialDate>))]
public readonly record struct PartialDate : IParsable<PartialDate>
{
    [Id(0)] public int Year { get; }
    /// <summary>1 to 12, or 0 where only the year is known.</summary>
    [Id(1)] public int Month { get; }
    /// <summary>1 to 31, or 0 where the day is not known.</summary>
    [Id(2)] public int Day { get; }

    public PartialDate(int year, int month = 0, int day = 0)
    {
        _ = new DateOnly(year, Math.Max(month, 1), Math.Max(day, 1));
        if (month == 0 && day != 0) throw new ArgumentOutOfRangeException(nameof(day), "A day needs its month.");
        (Year, Month, Day) = (year, month, day);
    }

    /// <summary>The first day that it can be.</summary>
    public DateOnly Earliest => new(Year, Math.Max(Month, 1), Math.Max(Day, 1));

    /// <summary>The last day that it can be.</summary>
    public DateOnly Latest => this switch
    {
        { Month: 0 } => new(Year, 12, 31),
        { Day: 0 } => new(Year, Month, DateTime.DaysInMonth(Year, Month)),
        _ => Earliest,
    };

    public bool IsDay => Day != 0;

    public static implicit operator PartialDate(DateOnly day) => new(day.Year, day.Month, day.Day);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}{(Month == 0 ? "" : $"-{Month:00}")}{(Day == 0 ? "" : $"-{Day:00}")}");

    public static bool TryParse(string? text, IFormatProvider? provider, out PartialDate date)
    {
        date = default;
        var format = text?.Length switch { 10 => "yyyy-MM-dd", 7 => "yyyy-MM", 4 => "yyyy", _ => null };
        if (format is null || !DateOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return false;
        date = new(day.Year, text!.Length > 4 ? day.Month : 0, text.Length > 7 ? day.Day : 0);
        return true;
    }

    public static PartialDate Parse(string text, IFormatProvider? provider = null) =>
        TryParse(text, provider, out var date) ? date : throw new FormatException($"'{text}' is not a date, month or year.");
}

/// <summary>Birth year and month; the day is sealed in contact details.</summary>
[GenerateSerializer, Immutable, Alias("sos.birth-month")]
[JsonConverter(typeof(TextValueConverter<BirthMonth>))]
public readonly record struct BirthMonth([property: Id(0)] int Year, [property: Id(1)] int Month) : IParsable<BirthMonth>
{
    /// <summary>Completed years on a day: the least and most they can be (they differ only in the birth month itself). Below zero: not yet born.</summary>
    public (int Least, int Most) AgeOn(DateOnly day)
    {
        var years = day.Year - Year - (day.Month < Month ? 1 : 0);
        return day.Month == Month ? (years - 1, years) : (years, years);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}");

    public static bool TryParse(string? text, IFormatProvider? provider, out BirthMonth month)
    {
        month = default;
        if (!PartialDate.TryParse(text, provider, out var date) || date.Month == 0 || date.IsDay) return false;
        month = new(date.Year, date.Month);
        return true;
    }

    public static BirthMonth Parse(string text, IFormatProvider? provider = null) =>
        TryParse(text, provider, out var month) ? month : throw new FormatException($"'{text}' is not a year and month.");
}

/// <summary>A window of local dates; both ends are inside.</summary>
[GenerateSerializer, Immutable, Alias("sos.window")]
public readonly record struct Window([property: Id(0)] DateOnly Opens, [property: Id(1)] DateOnly Target, [property: Id(2)] DateOnly Closes)
{
    public bool Contains(DateOnly day) => day >= Opens && day <= Closes;
}
