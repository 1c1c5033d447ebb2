using System.Text.RegularExpressions;
using SosLongitudinal.Exchange.Notes;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Exchange.Dictionaries;

/// <summary>Action tags of a field: those with a meaning here are taken, the others listed.</summary>
internal static partial class Annotation
{
    public static Item Apply(Item item, DictionaryField field, ImportNotes notes)
    {
        var text = field[DictionaryColumn.Annotation];
        if (text.Length == 0) return item;
        var place = field.Place(DictionaryColumn.Annotation);
        foreach (Match tag in Tags().Matches(text))
        {
            var value = tag.Groups["value"].Value;
            switch (tag.Groups["name"].Value.ToUpperInvariant())
            {
                case "HIDDEN" or "HIDDEN-FORM" or "HIDDEN-SURVEY" or "HIDDEN-APP": item = item with { Hidden = true }; break;
                case "READONLY" or "READONLY-FORM" or "READONLY-SURVEY" or "READONLY-APP": item = item with { ReadOnly = true }; break;
                case "DEFAULT" when value.Length > 0 && !value.Contains('['): item = item with { Default = value }; break;
                case "TODAY" or "TODAY-SERVER" or "TODAY-UTC": item = item with { Default = "today()" }; break;
                case "NOW" or "NOW-SERVER" or "NOW-UTC": item = item with { Default = "now()" }; break;
                case "CHARLIMIT" when int.TryParse(value, out var most) && most is > 0 and <= 10_000: item = item with { MaxLength = most }; break;
                default: notes.NotTaken(place, $"The action tag @{tag.Groups["name"].Value} of '{field.Original}' has no meaning here."); break;
            }
        }
        if (Tags().Replace(text, "").Trim() is { Length: > 0 } rest) notes.NotTaken(place, $"The annotation of '{field.Original}': {(rest.Length > 80 ? $"{rest[..80]}..." : rest)}");
        return item;
    }

    [GeneratedRegex("""@(?<name>[A-Za-z][A-Za-z0-9_-]*)(\s*=\s*("(?<value>[^"]*)"|'(?<value>[^']*)'|(?<value>[^\s"']+)))?""")]
    private static partial Regex Tags();
}
