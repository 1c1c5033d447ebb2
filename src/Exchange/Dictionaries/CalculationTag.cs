using System.Text.RegularExpressions;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Exchange.Dictionaries;

/// <summary><c>@CALCTEXT(...)</c> and <c>@CALCDATE(...)</c>, text fields that are calculated, and <c>@IF(...)</c>. Their brackets nest and hold tags, so they are cut out before other tags are looked for.</summary>
internal static partial class CalculationTag
{
    /// <summary>The annotation without the tag, and the tag's inside; no inside where there is none that is whole.</summary>
    public static (string Others, string? Name, string Inside) Cut(string annotation)
    {
        var tag = Opening().Match(annotation);
        if (!tag.Success) return (annotation, null, "");
        var (depth, quote) = (0, '\0');
        for (var at = tag.Index + tag.Length - 1; at < annotation.Length; at++)
        {
            var c = annotation[at];
            if (quote != '\0') quote = c == quote ? '\0' : quote;
            else if (c is '\'' or '"') quote = c;
            else if (c == '(') depth++;
            else if (c == ')' && --depth == 0)
            {
                var begin = tag.Index + tag.Length;
                return ($"{annotation[..tag.Index]} {annotation[(at + 1)..]}".Trim(), tag.Groups["name"].Value.ToUpperInvariant(), annotation[begin..at].Trim());
            }
        }
        return (annotation, null, "");
    }

    /// <summary>A day and what is added to it as one expression of REDCap's: <c>[day], 30, 'd'</c>; <c>null</c> for lengths that are no number of days.</summary>
    public static string? DateLogic(string inside)
    {
        if (DateParts().Match(inside) is not { Success: true } parts) return null;
        var days = parts.Groups["unit"].Value switch { "d" => 1, "w" => 7, _ => 0 };
        return days == 0 ? null : $"date_of({parts.Groups["day"].Value}, {parts.Groups["count"].Value}, {days})";
    }

    /// <summary>The item that it makes of the field: worked out, no longer keyed.</summary>
    public static Item Of(Item item, string calculation) => item with { Type = ItemType.Computed, Calculation = calculation, Constraint = null, ConstraintMessage = null, Min = null, Max = null, Required = false };

    [GeneratedRegex(@"@(?<name>CALCTEXT|CALCDATE|IF)\s*\(", RegexOptions.IgnoreCase)]
    private static partial Regex Opening();

    [GeneratedRegex(@"^(?<day>\[[^\[\]]+\]|'[^']*'|""[^""]*"")\s*,\s*(?<count>-?[0-9]+|\[[^\[\]]+\])\s*,\s*['""](?<unit>[a-zA-Z])['""]$")]
    private static partial Regex DateParts();
}
