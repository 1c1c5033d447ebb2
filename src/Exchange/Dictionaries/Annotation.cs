using System.Text.RegularExpressions;
using SosLongitudinal.Exchange.Notes;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Exchange.Dictionaries;

/// <summary>Action tags of a field: those with a meaning here are taken, the others listed.</summary>
internal static partial class Annotation
{
    public static Item Apply(Item item, DictionaryField field, FormLogicReading logic, ImportNotes notes)
    {
        var text = field[DictionaryColumn.Annotation];
        if (text.Length == 0) return item;
        var place = field.Place(DictionaryColumn.Annotation);
        while (CalculationTag.Cut(text) is ({ } others, { } tag, var inside))
        {
            text = others;
            item = Calculated(item, field, tag, inside, logic, notes);
        }
        foreach (Match one in Tags().Matches(text))
        {
            var value = one.Groups["value"].Value;
            switch (one.Groups["name"].Value.ToUpperInvariant().Replace('_', '-'))
            {
                case "HIDDEN" or "HIDDEN-FORM" or "HIDDEN-SURVEY" or "HIDDEN-APP": item = item with { Hidden = true }; break;
                case "READONLY" or "READONLY-FORM" or "READONLY-SURVEY" or "READONLY-APP": item = item with { ReadOnly = true }; break;
                case "DEFAULT" when value.Length > 0 && !value.Contains('['): item = item with { Default = Typed(item, value) }; break;
                case "DEFAULT" or "SETVALUE" when Piped().Match(value) is { Success: true } && logic.Of(field, DictionaryColumn.Annotation, value, $"'{field.Original}' starts empty") is { } start: item = item with { Default = start }; break;
                case "DEFAULT" when Piped().IsMatch(value): break;
                case "NONEOFTHEABOVE" when item.Type == ItemType.Codes && value.Length > 0: item = Alone(item, value); break;
                case "TODAY" or "TODAY-SERVER" or "TODAY-UTC" or "NOW" or "NOW-SERVER" or "NOW-UTC" when Moment(item, field, one.Groups["name"].Value) is { } moment: item = item with { Default = moment }; break;
                case "HIDECHOICE" when item.Type is ItemType.Code or ItemType.Codes && value.Length > 0: break; // by the field's choices
                case "CHARLIMIT" when int.TryParse(value, out var most) && most is > 0 and <= 10_000: item = item with { MaxLength = most }; break;
                default: notes.NotTaken(place, $"The action tag @{one.Groups["name"].Value} of '{field.Original}' has no meaning here."); break;
            }
        }
        if (Tags().Replace(text, "").Trim() is { Length: > 0 } rest) notes.NotTaken(place, $"The annotation of '{field.Original}': {(rest.Length > 80 ? $"{rest[..80]}..." : rest)}");
        return item;
    }

    /// <summary>The present as the field's answers are written; <c>null</c> where they are no days or times.</summary>
    private static string? Moment(Item item, DictionaryField field, string tag) => (item.Type, field[DictionaryColumn.Validation].ToLowerInvariant()) switch
    {
        (ItemType.Date, _) => "today()",
        (ItemType.DateTime, _) => "now()",
        (ItemType.Time, _) => "format-date-time(now(), '%H:%M')",
        (ItemType.Text, "time_hh_mm_ss") => "format-date-time(now(), '%H:%M:%S')",
        (ItemType.Text, "time_mm_ss") => "format-date-time(now(), '%M:%S')",
        (ItemType.Text, "") => tag.StartsWith("NOW", StringComparison.OrdinalIgnoreCase) ? "now()" : "today()",
        _ => null,
    };

    /// <summary>As forms hold it: decimals with a point, an instant with its T.</summary>
    private static string Typed(Item item, string value) => item.Type switch
    {
        ItemType.Number => value.Replace(',', '.'),
        ItemType.DateTime => value.Replace(' ', 'T'),
        _ => value,
    };

    /// <summary>The codes of choices that are no longer offered.</summary>
    public static HashSet<string> HiddenChoices(DictionaryField field) =>
    [
        .. Tags().Matches(field[DictionaryColumn.Annotation]).Where(m => m.Groups["name"].Value.Equals("HIDECHOICE", StringComparison.OrdinalIgnoreCase))
            .SelectMany(m => m.Groups["value"].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)),
    ];

    private static Item Calculated(Item item, DictionaryField field, string tag, string inside, FormLogicReading logic, ImportNotes notes)
    {
        if (tag == "IF")
        {
            notes.NotTaken(field.Place(DictionaryColumn.Annotation), $"@IF({inside}): tags that hang on an answer have no meaning here; '{field.Original}' is as without them.");
            return item;
        }
        var text = tag == "CALCDATE" ? CalculationTag.DateLogic(inside) : inside;
        if (text is null) notes.NotTaken(field.Place(DictionaryColumn.Annotation), $"@{tag}({inside}): only days and weeks are added to a day here, so '{field.Original}' is keyed.");
        else if (logic.Of(field, DictionaryColumn.Annotation, text, $"'{field.Original}' is keyed") is { } calculation) return CalculationTag.Of(item, calculation);
        return item;
    }

    /// <summary>Boxes that mean "none of these" are ticked alone.</summary>
    private static Item Alone(Item item, string boxes) => item with
    {
        Constraint = string.Join(" and ", boxes.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(b => !b.Contains('\'')).Select(b => $"not(selected(., '{b}') and count-selected(.) > 1)").Prepend(item.Constraint).OfType<string>()),
        ConstraintMessage = item.ConstraintMessage ?? "None of the above is ticked alone.",
    };

    [GeneratedRegex(@"^\[[^\[\]]+\]$")]
    private static partial Regex Piped();

    [GeneratedRegex("""@(?<name>[A-Za-z][A-Za-z0-9_-]*)(\s*=\s*("(?<value>[^"]*)"|'(?<value>[^']*)'|(?<value>[^\s"']+)))?""")]
    private static partial Regex Tags();
}
