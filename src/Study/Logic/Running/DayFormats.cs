using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace SosLongitudinal.Study.Logic.Running;

/// <summary>The dialect's patterns of dates: <c>%d %B %Y</c>.</summary>
internal static class DayFormats
{
    private static readonly FrozenDictionary<char, Func<DateTime, string>> Parts = new Dictionary<char, Func<DateTime, string>>
    {
        ['Y'] = d => As(d, "yyyy"), ['y'] = d => As(d, "yy"),
        ['m'] = d => As(d, "MM"), ['n'] = d => As(d, "%M"), ['b'] = d => As(d, "MMM"), ['B'] = d => As(d, "MMMM"),
        ['d'] = d => As(d, "dd"), ['e'] = d => As(d, "%d"), ['a'] = d => As(d, "ddd"), ['A'] = d => As(d, "dddd"),
        ['H'] = d => As(d, "HH"), ['h'] = d => As(d, "%H"), ['M'] = d => As(d, "mm"), ['S'] = d => As(d, "ss"), ['3'] = _ => "000",
        ['W'] = d => ISOWeek.GetWeekOfYear(d).ToString(CultureInfo.InvariantCulture), ['Z'] = _ => "", ['%'] = _ => "%",
    }.ToFrozenDictionary();

    public static string? Fault(string pattern)
    {
        for (var at = 0; at < pattern.Length; at++)
        {
            if (pattern[at] != '%') continue;
            if (++at == pattern.Length || !Parts.ContainsKey(pattern[at])) return $"'{pattern[(at - 1)..Math.Min(at + 1, pattern.Length)]}' is no part of a date. Use %Y, %m, %b, %d, %a, %H, %M or %S.";
        }
        return null;
    }

    public static string Write(double number, string pattern)
    {
        if (DayNumbers.Instant(number) is not { } instant) return "";
        var text = new StringBuilder();
        for (var at = 0; at < pattern.Length; at++)
        {
            if (pattern[at] != '%' || at + 1 == pattern.Length || !Parts.TryGetValue(pattern[at + 1], out var part)) text.Append(pattern[at]);
            else
            {
                text.Append(part(instant));
                at++;
            }
        }
        return text.ToString();
    }

    private static string As(DateTime day, string format) => day.ToString(format, CultureInfo.InvariantCulture);
}
