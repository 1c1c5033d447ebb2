using System.Globalization;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Web.Commands;

/// <summary>The codes of a file that mean "no answer", and how often each was met.</summary>
public sealed class ScoreMissing
{
    private readonly string[] codes;
    private readonly long[] counts;
    private readonly SortedDictionary<int, long> ofItems = [];

    private ScoreMissing(string[] codes, string? clash)
    {
        this.codes = codes;
        counts = new long[codes.Length];
        Clash = clash;
    }

    /// <summary>Why these codes cannot be used; <c>null</c> where they can.</summary>
    public string? Clash { get; }

    /// <param name="named">As given: <c>7,9,99,.</c>. Once any code is named, the codes that the instrument itself lists for an item count too.</param>
    public static ScoreMissing Of(InstrumentDefinition definition, string? named)
    {
        var codes = (named ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct().ToArray();
        var missing = new ScoreMissing(codes, codes.Select(code => ClashOf(definition, code)).FirstOrDefault(c => c is not null));
        if (codes.Length == 0) return missing;
        foreach (var code in definition.Items.SelectMany(i => i.MissingInFiles).Where(c => !codes.Contains(Text(c)))) missing.ofItems[code] = 0;
        return missing;
    }

    public bool Counts(Item item, ReadOnlySpan<char> cell)
    {
        for (var i = 0; i < codes.Length; i++)
        {
            if (!cell.SequenceEqual(codes[i])) continue;
            counts[i]++;
            return true;
        }
        if (ofItems.Count == 0 || !int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var code)) return false;
        if (!item.MissingInFiles.Contains(code) || !ofItems.ContainsKey(code)) return false;
        ofItems[code]++;
        return true;
    }

    public void Report(TextWriter error)
    {
        for (var i = 0; i < codes.Length; i++) error.WriteLine($"missing code {codes[i]}: {Text(counts[i])}");
        foreach (var (code, count) in ofItems) error.WriteLine($"missing code {code} (not applicable): {Text(count)}");
    }

    private static string? ClashOf(InstrumentDefinition definition, string code) =>
        int.TryParse(code, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        && definition.Items.FirstOrDefault(i => i.Type == ItemType.Code && AllowedAnswers.HasCode(definition, i, number)) is { } item
            ? $"{code} is an answer to {item.Name}, so it cannot also mean that there is none."
            : null;

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
