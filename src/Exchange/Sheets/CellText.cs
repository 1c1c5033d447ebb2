using System.Globalization;

namespace SosLongitudinal.Exchange.Sheets;

/// <summary>A cell's value as the text that a person would have typed.</summary>
internal static class CellText
{
    public static string Of(object? value) => value switch
    {
        null => "",
        string text => Clean(text),
        double number => Number(number),
        bool truth => truth ? "true" : "false",
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
        if (!trimmed.AsSpan().ContainsAnyInRange('\0', '\x1f') && !trimmed.Contains('\u00a0')) return trimmed;
        return string.Concat(trimmed.ReplaceLineEndings("\n").Replace('\u00a0', ' ').Where(c => c >= ' ' || c is '\n' or '\t')).Trim();
    }

    /// <summary>As a spreadsheet shows it: 15 figures, no exponent where it can be helped.</summary>
    private static string Number(double number) => Math.Abs(number) < 1e15
        ? ((decimal)number).ToString(CultureInfo.InvariantCulture)
        : number.ToString("R", CultureInfo.InvariantCulture);
}
