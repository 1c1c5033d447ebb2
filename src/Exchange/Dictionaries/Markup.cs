using System.Net;
using System.Text.RegularExpressions;

namespace SosLongitudinal.Exchange.Dictionaries;

/// <summary>Labels often carry HTML; forms show plain text.</summary>
internal static partial class Markup
{
    public static string Plain(string text)
    {
        if (!text.Contains('<') && !text.Contains('&')) return text;
        var lines = Breaks().Replace(text, "\n");
        return Blank().Replace(WebUtility.HtmlDecode(Tags().Replace(lines, "")), "\n").Replace('\u00a0', ' ').Trim();
    }

    [GeneratedRegex(@"<\s*(br|/p|/div|/li|/tr|/h[1-6])\b[^<>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex Breaks();

    [GeneratedRegex(@"</?[A-Za-z][^<>]*>|<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex Tags();

    [GeneratedRegex(@"[ \t]*\n\s*")]
    private static partial Regex Blank();
}
