using System.Text.RegularExpressions;
using SosLongitudinal.Exchange.Notes;

namespace SosLongitudinal.Exchange.XlsForms;

/// <summary>Finds which question a <c>${name}</c> means and writes expressions with the names that are used here.</summary>
internal sealed partial class References
{
    private readonly ILookup<string, SurveyItem> items;
    private readonly Dictionary<string, SurveyGroup> groups = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> left;
    private readonly ImportNotes notes;

    public References(SurveyOutline outline, ImportNotes notes)
    {
        items = outline.Items.ToLookup(i => i.Original, StringComparer.Ordinal);
        foreach (var group in outline.Groups.Where(g => !g.Skipped)) groups.TryAdd(group.Original, group);
        left = outline.Left;
        this.notes = notes;
    }

    /// <summary>An expression as it is kept; <c>null</c> where it cannot be, with a note that says why and what follows.</summary>
    /// <param name="without">What happens without it: <c>the question is always asked</c>.</param>
    public string? Expression(string text, SurveyGroup? from, CellPlace place, string without)
    {
        if (text.Length == 0) return null;
        var straight = Straight(text);
        if (Elsewhere().Match(straight) is { Success: true } elsewhere)
        {
            notes.NotTaken(place, $"The expression asks for data outside this form ({elsewhere.Value.TrimEnd('(')}), so {without}.");
            return null;
        }
        var taken = true;
        var written = Reference().Replace(straight, match =>
        {
            var name = match.Groups[1].Value;
            if (NameOf(name, from, place) is { } here) return $"${{{here}}}";
            if (left.TryGetValue(name, out var instead) && instead is not null) return instead;
            taken = false;
            if (left.ContainsKey(name)) notes.NotTaken(place, $"The expression needs '{name}', which is not taken, so {without}.");
            else notes.Error(place, $"The expression names '{name}', which is no question of this form. Correct the name.");
            return match.Value;
        });
        return taken ? written : null;
    }

    /// <summary>Whether an expression asks for something that is not taken.</summary>
    public static bool Needs(string text, IReadOnlyDictionary<string, string?> left) =>
        Elsewhere().IsMatch(text) || Reference().Matches(text).Any(m => left.TryGetValue(m.Groups[1].Value, out var instead) && instead is null);

    /// <summary>A label or message; names in it that mean nothing stay as they stand.</summary>
    public string? Words(string? text, SurveyGroup? from, CellPlace place) =>
        text is null ? null : Reference().Replace(text, match => NameOf(match.Groups[1].Value, from, place) is { } here ? $"${{{here}}}" : match.Value);

    private string? NameOf(string name, SurveyGroup? from, CellPlace place)
    {
        var named = items[name].ToList();
        if (named.Count == 1) return named[0].Name;
        if (named.Count == 0) return groups.GetValueOrDefault(name)?.Name;
        foreach (var over in (from?.Upwards() ?? []).Append(null))
        {
            if (named.FirstOrDefault(i => i.Group == over) is not { } near) continue;
            notes.Changed(place, $"Several questions are called '{name}'; {near.Name} is meant here, the nearest.");
            return near.Name;
        }
        notes.Changed(place, $"Several questions are called '{name}'; {named[0].Name} is meant here, the first.");
        return named[0].Name;
    }

    private static string Straight(string text) => text.Replace('\u2018', '\'').Replace('\u2019', '\'').Replace('\u201C', '"').Replace('\u201D', '"');

    [GeneratedRegex(@"\$\{\s*([^{}]*?)\s*\}")]
    private static partial Regex Reference();

    [GeneratedRegex(@"\b(pulldata|jr:itext)\s*\(|last-saved#")]
    private static partial Regex Elsewhere();
}
