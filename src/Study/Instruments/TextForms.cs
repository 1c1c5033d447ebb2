using System.Globalization;

namespace SosLongitudinal.Study.Instruments;

/// <summary>The one form in which times, instants and rankings are held as text; <c>null</c> where a text is none.</summary>
public static class TextForms
{
    private static readonly string[] Clock = ["H:mm", "HH:mm", "H:mm:ss", "HH:mm:ss", "HH:mm:ss.FFFFFFF"];
    private static readonly string[] Calendar = ["yyyy-MM-dd'T'H:mm", "yyyy-MM-dd'T'H:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF"];

    /// <summary>Wall time: <c>14:30</c>, with seconds only where there are some. A zone in a file is left out: what the clock showed is what is meant.</summary>
    public static string? Time(string text) =>
        TimeOnly.TryParseExact(WithoutZone(text), Clock, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? Of(time) : null;

    /// <summary>Wall time on a day: <c>2016-03-01T14:30</c>.</summary>
    public static string? DateTime(string text)
    {
        var whole = text.Trim();
        if (whole.Length > 10 && whole[10] == ' ') whole = $"{whole[..10]}T{whole[11..]}";
        return whole.Length > 10 && System.DateTime.TryParseExact(whole[..10] + WithoutZone(whole[10..]), Calendar, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant) ? Of(instant) : null;
    }

    /// <summary>Codes, best first, each once: <c>3 1 2</c>.</summary>
    public static string? Ranking(string text)
    {
        var codes = new List<int>();
        foreach (var part in text.Split([' ', ',', '>'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (!int.TryParse(part, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var code) || codes.Contains(code)) return null;
            codes.Add(code);
        }
        return codes.Count == 0 ? null : Of(codes);
    }

    public static string Of(TimeOnly time) => time.ToString(time.Second == 0 ? "HH:mm" : "HH:mm:ss", CultureInfo.InvariantCulture);

    public static string Of(DateTime instant) => instant.ToString(instant.Second == 0 ? "yyyy-MM-dd'T'HH:mm" : "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);

    public static string Of(IEnumerable<int> ranking) => string.Join(' ', ranking.Select(c => c.ToString(CultureInfo.InvariantCulture)));

    /// <summary>The codes of a ranking in its one form.</summary>
    public static IEnumerable<int> Ranked(string ranking) => ranking.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(c => int.Parse(c, CultureInfo.InvariantCulture));

    /// <summary>A text answer in the one form of the item's type; other types as they are.</summary>
    internal static string? OfType(ItemType type, string text) => type switch
    {
        ItemType.Time => Time(text),
        ItemType.DateTime => DateTime(text),
        ItemType.Ranking => Ranking(text),
        _ => text,
    };

    private static string WithoutZone(string text)
    {
        var time = text.Trim().TrimEnd('Z');
        var zone = time.LastIndexOfAny(['+', '-']);
        return zone > 0 ? time[..zone] : time;
    }
}
