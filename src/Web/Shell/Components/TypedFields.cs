using System.Collections.Immutable;
using System.Globalization;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Shell.Components;

/// <summary>Reads typed fields one after another and keeps every fault, so that a person mends them all at once.</summary>
public sealed class TypedFields
{
    private readonly List<FieldFault> faults = [];

    /// <summary>All that is wrong; <c>null</c> where nothing is. Values that were read count only then.</summary>
    public Refusal? Refusal => faults.Count == 0 ? null : new("form.fields", "Some fields need another look.") { Faults = [.. faults] };

    public T Read<T>(Decision<T> read) where T : struct => read.Match(value => value, why => { faults.AddRange(why.Faults); return default; });

    /// <summary>A chosen case; the sentence where none was chosen.</summary>
    public T Chosen<T>(T? choice, string field, string sentence) where T : struct
    {
        if (choice is null) faults.Add(new(field, sentence));
        return choice ?? default;
    }

    public void Fault(string field, string sentence) => faults.Add(new(field, sentence));
}

/// <summary>Dates that may be known to the month or the year only, from the same three boxes.</summary>
public static class TypedPartialDates
{
    public static Decision<PartialDate> ReadPartial(this TypedDate date, string field, string what)
    {
        var (day, month, year) = (date.Day.Trim(), date.Month.Trim(), date.Year.Trim());
        if (year.Length == 4 && int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var y) && y is >= 1900 and <= 2200)
        {
            if (day.Length == 0 && month.Length == 0) return new PartialDate(y);
            if (day.Length == 0 && int.TryParse(month, NumberStyles.None, CultureInfo.InvariantCulture, out var m) && m is >= 1 and <= 12) return new PartialDate(y, m);
        }
        return date.Read(field, what).Select(d => (PartialDate)d);
    }

    /// <summary>A birth month from the month and year boxes.</summary>
    public static Decision<BirthMonth> ReadBirth(string month, string year, string field) =>
        BirthMonth.TryParse($"{year.Trim()}-{month.Trim().PadLeft(2, '0')}", null, out var birth) && birth.Year >= 1900
            ? birth
            : new Refusal("birth.not-one", "Enter the birth month and year, such as 5 2012.").At(field);
}
