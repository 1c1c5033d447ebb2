using System.Text;

namespace SosLongitudinal.Study.Sheets;

/// <summary>
/// Code 128, set B (ISO/IEC 15417): every printable ASCII character, eleven modules each, a check symbol modulo 103. No library on the feed draws it without
/// native parts.
/// </summary>
public static class Code128
{
    private const int StartB = 104;
    private const int Stop = 106;

    /// <summary>Widths of bar, space, bar, space, bar, space for the symbols 0 to 105; the stop has a seventh.</summary>
    private static readonly string[] Patterns =
    [
        "212222", "222122", "222221", "121223", "121322", "131222", "122213", "122312", "132212", "221213", "221312", "231212", "112232", "122132", "122231", "113222", "123122", "123221",
        "223211", "221132", "221231", "213212", "223112", "312131", "311222", "321122", "321221", "312212", "322112", "322211", "212123", "212321", "232121", "111323", "131123", "131321",
        "112313", "132113", "132311", "211313", "231113", "231311", "112133", "112331", "132131", "113123", "113321", "133121", "313121", "211331", "231131", "213113", "213311", "213131",
        "311123", "311321", "331121", "312113", "312311", "332111", "314111", "221411", "431111", "111224", "111422", "121124", "121421", "141122", "141221", "112214", "112412", "122114",
        "122411", "142112", "142211", "241211", "221114", "413111", "241112", "134111", "111242", "121142", "121241", "114212", "124112", "124211", "411212", "421112", "421211", "212141",
        "214121", "412121", "111143", "111341", "131141", "114113", "114311", "411113", "411311", "113141", "114131", "311141", "411131", "211412", "211214", "211232", "2331112",
    ];

    /// <summary>The widths of bars and spaces in turn, a bar first, without quiet zones; only printable ASCII can be drawn.</summary>
    public static string Widths(string text)
    {
        if (text.Length == 0 || text.Any(c => c is < ' ' or > '~')) throw new ArgumentException($"'{text}' cannot be a bar code of set B.", nameof(text));
        var (widths, check) = (new StringBuilder(Patterns[StartB]), StartB);
        for (var i = 0; i < text.Length; i++)
        {
            widths.Append(Patterns[text[i] - ' ']);
            check += (i + 1) * (text[i] - ' ');
        }
        return widths.Append(Patterns[check % 103]).Append(Patterns[Stop]).ToString();
    }

    /// <summary>How many modules a text takes, without quiet zones.</summary>
    public static int Modules(string text) => 11 * (text.Length + 2) + 13;
}
