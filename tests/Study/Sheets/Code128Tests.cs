using CsCheck;
using SosLongitudinal.Study.Sheets;

namespace SosLongitudinal.Tests.Study.Sheets;

/// <summary>The bar code is read back by the symbology's own rules: widths in threes of bar and space, eleven modules, an even number of black ones, the check symbol.</summary>
public sealed class Code128Tests
{
    private static readonly Gen<string> Text = Gen.Char[' ', '~'].Array[1, 48].Select(c => new string(c));

    [Fact]
    public void A_known_text_has_its_known_check_symbol() => Assert.Equal(55, Symbols(Code128.Widths("PJJ123C"))[^2]); // the textbooks' example in set A has 54; set B begins with a symbol one higher and has these characters at the same places

    [Fact]
    public void Whatever_is_drawn_is_read_back_as_it_was() => Text.Sample(text =>
    {
        var symbols = Symbols(Code128.Widths(text));
        var check = symbols[0] + symbols.Skip(1).SkipLast(2).Select((s, i) => s * (i + 1)).Sum();
        return symbols[0] == 104 && symbols[^1] == 106 && symbols[^2] == check % 103 && new string([.. symbols.Skip(1).SkipLast(2).Select(s => (char)(s + ' '))]) == text;
    });

    [Fact]
    public void Every_symbol_is_eleven_modules_wide_with_an_even_number_of_black_ones_and_no_two_are_alike()
    {
        var patterns = Enumerable.Range(0, 95).Select(s => Code128.Widths(((char)(s + ' ')).ToString())[6..12]).ToList();

        Assert.Equal(95, patterns.Distinct().Count());
        Assert.All(patterns, p => Assert.Equal((11, 0), (p.Sum(c => c - '0'), (p[0] + p[2] + p[4] - 3 * '0') % 2)));
    }

    [Fact]
    public void As_many_modules_as_are_promised() => Text.Sample(text => Code128.Widths(text).Sum(c => c - '0') == Code128.Modules(text));

    [Fact]
    public void What_cannot_be_drawn_is_a_fault() => Assert.Throws<ArgumentException>(() => Code128.Widths("Zoë"));

    /// <summary>Symbols by their bars alone: edges to similar edges, as scanners decode, with the table of the standard's decoder.</summary>
    private static List<int> Symbols(string widths)
    {
        var table = Enumerable.Range(0, 95).ToDictionary(s => Pattern(s), s => s);
        // 95 to 102 cannot be had as characters of set B; check symbols above 94 are read off the texts that lead to them
        var symbols = new List<int>();
        for (var at = 0; at + 7 <= widths.Length;)
        {
            var next = widths.Length - at == 7 ? widths[at..] : widths.Substring(at, 6);
            symbols.Add(next.Length == 7 ? 106 : at == 0 ? 104 : table.TryGetValue(next, out var symbol) ? symbol : Upper.IndexOf(next) + 95);
            at += next.Length;
        }
        return symbols;
    }

    private static readonly List<string> Upper = ["114113", "114311", "411113", "411311", "113141", "114131", "311141", "411131"];

    private static string Pattern(int symbol) => Code128.Widths(((char)(symbol + ' ')).ToString())[6..12];
}
