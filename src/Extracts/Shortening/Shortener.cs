using System.Collections.Immutable;
using System.Globalization;

namespace SosLongitudinal.Extracts.Shortening;

/// <summary>Makes names and labels fit a format by the one rule of <see cref="ShorteningReport.Rule"/>, and notes each that it had to change.</summary>
public sealed class Shortener(FormatLimits limits)
{
    private readonly ImmutableArray<ShorteningEntry>.Builder entries = ImmutableArray.CreateBuilder<ShorteningEntry>();

    public FormatLimits Limits => limits;

    public ShorteningReport Report => new(limits.Format, entries.ToImmutable());

    /// <summary>Names that the format takes, unique ignoring case. Those that need no change keep theirs whatever the others become.</summary>
    public ImmutableArray<string> Names(IReadOnlyList<string> names)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var written = new string?[names.Count];
        for (var i = 0; i < written.Length; i++) if (limits.Takes(names[i]) && taken.Add(names[i])) written[i] = names[i];
        var numbers = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < written.Length; i++)
        {
            if (written[i] is not null) continue;
            var clean = limits.Clean(names[i]);
            var made = limits.Name.Fits(clean) && taken.Add(clean) ? clean : Free(clean, limits.Name, "_", first: 1, taken, numbers);
            written[i] = made;
            entries.Add(new(Shortened.Name, names[i], names[i], made, $"{limits.Name}, letters, digits and {string.Join(' ', limits.MayHold.AsEnumerable())}"));
        }
        return [.. written!];
    }

    /// <summary>Labels of one scope (a file's variables, or one list of values): two that differ never become alike.</summary>
    public ImmutableArray<string> Labels(Shortened what, IReadOnlyList<(string Column, string Label)> labels)
    {
        var limit = what switch { Shortened.ValueLabel => limits.ValueLabel, Shortened.Title => limits.Title, _ => limits.Label };
        var tidy = labels.Select(l => TextCut.Tidy(l.Label)).ToArray();
        var taken = tidy.Where(limit.Fits).ToHashSet(StringComparer.Ordinal);
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var same = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < tidy.Length; i++)
        {
            var whole = tidy[i];
            if (!limit.Fits(whole)) tidy[i] = same.TryGetValue(whole, out var before) ? before : same[whole] = Free(whole, limit, "…", first: 0, taken, numbers);
            if (tidy[i] != labels[i].Label) entries.Add(new(what, labels[i].Column, labels[i].Label, tidy[i], limit.ToString()));
        }
        return [.. tidy];
    }

    /// <summary>Says of a column what the format does to its texts.</summary>
    public void Note(string column, string full, string written, string limit) => entries.Add(new(Shortened.Text, column, full, written, limit));

    private static string Free(string text, Limit limit, string mark, int first, HashSet<string> taken, Dictionary<string, int> numbers)
    {
        var stem = TextCut.Fit(text, limit, mark);
        for (var n = numbers.GetValueOrDefault(stem, first); ; n++)
        {
            var made = TextCut.Fit(text, limit, n == 0 ? mark : mark + n.ToString(CultureInfo.InvariantCulture));
            if (!taken.Add(made)) continue;
            numbers[stem] = n + 1;
            return made;
        }
    }
}
