using System.Globalization;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Exchange.Responses;

/// <summary>The codes of a file that mean "no answer", why there is none where the file says so (<c>9=refused</c>), and how often each was met.</summary>
public sealed class MissingCodes
{
    private readonly string[] codes;
    private readonly MissingReason[] reasons;
    private readonly long[] counts;
    private readonly SortedDictionary<int, long> ofItems = [];

    private MissingCodes((string Code, MissingReason Reason)[] named, string? clash)
    {
        codes = [.. named.Select(n => n.Code)];
        reasons = [.. named.Select(n => n.Reason)];
        counts = new long[codes.Length];
        Clash = clash;
    }

    /// <summary>Why these codes cannot be used; <c>null</c> where they can.</summary>
    public string? Clash { get; }

    /// <param name="named">As given: <c>7,9=refused,99,.</c>. Once any code is named, the codes that the instrument itself lists for an item count too.</param>
    public static MissingCodes Of(InstrumentDefinition definition, string? named)
    {
        var parts = (named ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Part).DistinctBy(p => p.Code).ToArray();
        var clash = parts.Select(p => p.Fault ?? ClashOf(definition, p.Code)).FirstOrDefault(c => c is not null);
        var missing = new MissingCodes([.. parts.Select(p => (p.Code, p.Reason))], clash);
        if (parts.Length == 0) return missing;
        foreach (var code in definition.Items.SelectMany(i => i.MissingInFiles).Where(c => !missing.codes.Contains(Text(c)))) missing.ofItems[code] = 0;
        return missing;
    }

    public bool Counts(Item item, ReadOnlySpan<char> cell) => ReasonOf(item, cell) is not null;

    /// <summary>Why a cell holds no answer; <c>null</c> where it is none of the codes. What does not apply is not stated: whether it applies is the form's to say.</summary>
    public MissingReason? ReasonOf(Item item, ReadOnlySpan<char> cell)
    {
        for (var i = 0; i < codes.Length; i++)
        {
            if (!cell.SequenceEqual(codes[i])) continue;
            counts[i]++;
            return reasons[i];
        }
        if (ofItems.Count == 0 || !int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var code)) return null;
        if (!item.MissingInFiles.Contains(code) || !ofItems.ContainsKey(code)) return null;
        ofItems[code]++;
        return MissingReason.NotStated;
    }

    /// <summary>A line for each code, with how often it was met.</summary>
    public IEnumerable<string> Report() =>
        codes.Select((code, i) => $"missing code {code}: {Text(counts[i])}").Concat(ofItems.Select(o => $"missing code {Text(o.Key)} (not applicable): {Text(o.Value)}"));

    private static (string Code, MissingReason Reason, string? Fault) Part(string text)
    {
        if (text.IndexOf('=', StringComparison.Ordinal) is not (> 0 and var at)) return (text, MissingReason.NotStated, null);
        var (code, word) = (text[..at].TrimEnd(), text[(at + 1)..].TrimStart());
        return MissingReasons.TryParse(word, out var reason) && reason.IsKeyed()
            ? (code, reason, null)
            : (code, default, $"'{word}' is not a reason for a missing answer. Use one of {string.Join(", ", MissingReasons.Keyed.Select(r => r.Name()))}.");
    }

    private static string? ClashOf(InstrumentDefinition definition, string code) =>
        int.TryParse(code, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        && definition.Items.FirstOrDefault(i => i.Type == ItemType.Code && AllowedAnswers.HasCode(definition, i, number)) is { } item
            ? $"{code} is an answer to {item.Name}, so it cannot also mean that there is none."
            : null;

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
