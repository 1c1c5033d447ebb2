using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;

namespace SosLongitudinal.Exchange.Sheets;

/// <summary>A cell's value as the text that a person would have typed.</summary>
internal static partial class CellText
{
    public static string Of(object? value) => value switch
    {
        null => "",
        string text => Clean(text),
        double number => Number(number),
        bool truth => truth ? "true" : "false",
        // a time of day alone lies on the day before a spreadsheet's first
        DateTime { Year: < 1900 } time => time.ToString(time.Second == 0 ? "HH:mm" : "HH:mm:ss", CultureInfo.InvariantCulture),
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime instant => instant.ToString(instant.Second == 0 ? "yyyy-MM-ddTHH:mm" : "yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture),
        TimeSpan time => time.ToString(time.Seconds == 0 ? @"hh\:mm" : @"hh\:mm\:ss", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => Clean(value.ToString() ?? ""),
    };

    /// <summary>Trimmed, one kind of line end, no characters that no file can hold.</summary>
    public static string Clean(string text)
    {
        var trimmed = text.Trim();
        return trimmed.AsSpan().ContainsAnyExcept(Plain) && Unusual().IsMatch(trimmed) ? Unusual().Replace(trimmed.ReplaceLineEndings("\n").Replace('\u00a0', ' '), "").Trim() : trimmed;
    }

    private static readonly SearchValues<char> Plain = SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(c => (char)c)]);

    /// <summary>As a spreadsheet shows it: 15 figures, no exponent where it can be helped.</summary>
    private static string Number(double number) => Math.Abs(number) < 1e15
        ? ((decimal)number).ToString(CultureInfo.InvariantCulture)
        : number.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Control characters, halves of a character without the other, and what stands for line ends and spaces in other systems.</summary>
    [GeneratedRegex(@"[\x00-\x08\x0B-\x1F\x7F\x85\u00A0\u2028\u2029\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]")]
    private static partial Regex Unusual();
}
