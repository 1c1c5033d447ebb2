using System.Globalization;
using System.Text;
using CsCheck;
using SosLongitudinal.Extracts.Shortening;

namespace SosLongitudinal.Tests.Extracts.Files;

public sealed class ShortenerTests
{
    private static readonly Gen<FormatLimits> Format = Gen.Bool.Select(spss => spss ? FormatLimits.Spss : FormatLimits.Stata);
    private static readonly Gen<string[]> Texts = Gen.Select(Gen.Int[0, 200], Gen.String[Gen.Char["ab é漢-"], 0, 140]).Select((n, s) => new string('x', n) + s).Array[1, 20];

    [Fact]
    public void Names_fit_are_unique_ignoring_case_and_each_change_is_listed() => Gen.Select(Format, Texts).Sample((limits, all) =>
    {
        var names = all.Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var shortener = new Shortener(limits);
        var made = shortener.Names(names);
        var listed = shortener.Report.Entries.ToDictionary(e => e.Full, e => e.Written);
        return made.All(limits.Takes) && made.Distinct(StringComparer.OrdinalIgnoreCase).Count() == names.Count
            && names.Zip(made).All(p => p.First == p.Second ? !listed.ContainsKey(p.First) : listed[p.First] == p.Second);
    });

    [Fact]
    public void Labels_fit_end_at_a_whole_character_and_stay_apart() => Gen.Select(Format, Texts).Sample((limits, all) =>
    {
        var labels = all.Select(l => l.Trim(' ')).Distinct().ToList();
        var made = new Shortener(limits).Labels(Shortened.Label, [.. labels.Select(l => ("c", l))]);
        return made.All(limits.Label.Fits) && made.Distinct().Count() == labels.Count
            && labels.Zip(made).All(p => p.First == p.Second || (p.Second.LastIndexOf('…') is > 0 and var at && IsWhole(p.First, p.Second[..at])));
    });

    private static bool IsWhole(string full, string beginning) =>
        full.StartsWith(beginning, StringComparison.Ordinal) && StringInfo.ParseCombiningCharacters(full).Contains(beginning.Length);

    [Theory]
    [InlineData(62, 62)]
    [InlineData(63, 63)]
    [InlineData(64, 62)]
    public void A_name_is_cut_before_a_character_that_crosses_the_edge_in_bytes(int before, int kept)
    {
        var written = Assert.Single(new Shortener(FormatLimits.Spss).Names([new string('a', before) + "é"]));
        if (before == 62) Assert.Equal(new string('a', 62) + "é", written);
        else Assert.Equal(new string('a', Math.Min(kept, 62)) + "_1", written);
        Assert.True(Encoding.UTF8.GetByteCount(written) <= 64);
    }

    [Fact]
    public void A_name_that_fits_keeps_it_whatever_longer_names_before_it_become()
    {
        var stem = new string('n', 30);
        Assert.Equal([stem + "_2", stem + "_1", stem + "_3"], new Shortener(FormatLimits.Stata).Names([stem + "long", stem + "_1", stem + "longer"]));
    }
}
