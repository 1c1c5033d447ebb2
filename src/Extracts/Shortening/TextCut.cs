using System.Globalization;
using System.Text;

namespace SosLongitudinal.Extracts.Shortening;

/// <summary>Beginnings of texts that end at a whole character, as a reader sees characters.</summary>
internal static class TextCut
{
    /// <summary>The longest beginning that fits together with what is put behind it. Where not even one character fits as a reader sees it, its code points are taken.</summary>
    public static string Fit(string text, Limit limit, string behind)
    {
        var room = limit.Most - limit.Of(behind);
        var whole = Beginning(text, room, limit, StringInfo.GetNextTextElementLength);
        return (whole.Length > 0 ? whole : Beginning(text, room, limit, rest => Rune.DecodeFromUtf16(rest, out _, out var used) is var _ ? used : 0)) + behind;
    }

    private static string Beginning(string text, int room, Limit limit, Func<ReadOnlySpan<char>, int> next)
    {
        var at = 0;
        while (at < text.Length)
        {
            var length = next(text.AsSpan(at));
            room -= limit.Of(text.Substring(at, length));
            if (room < 0) break;
            at += length;
        }
        return text[..at];
    }

    /// <summary>In one line, well-formed and without spaces at its ends: a control character becomes a space, half a surrogate pair the replacement character.</summary>
    public static string Tidy(string text)
    {
        if (!text.Any(c => char.IsControl(c) || char.IsSurrogate(c))) return text.Trim(' ');
        var tidy = new StringBuilder();
        foreach (var rune in text.EnumerateRunes()) tidy.Append(Rune.IsControl(rune) ? " " : rune.ToString());
        return tidy.ToString().Trim(' ');
    }
}
