using System.Globalization;
using System.Text.RegularExpressions;
using SosLongitudinal.Exchange.Notes;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Exchange.Dictionaries;

/// <summary>What a text field's validation type and range ask of its answer.</summary>
internal static partial class FieldValidation
{
    public static Item Apply(Item item, DictionaryField field, FormLogicReading logic, ImportNotes notes)
    {
        var named = field[DictionaryColumn.Validation];
        if (named.Length == 0) return item;
        var place = field.Place(DictionaryColumn.Validation);
        if (Validation.Of(named) is not { } validation)
        {
            notes.NotTaken(place, $"The validation '{named}' is not known here; '{field.Original}' takes any text.");
            return item;
        }
        if (validation.Changed is { } changed) notes.Changed(place, $"'{field.Original}': {changed}");
        if (validation.Identifies && !field.Is(DictionaryColumn.Identifier)) notes.Changed(place, $"'{field.Original}' can tell who somebody is and is marked as an identifier.");
        item = item with { Type = validation.Type, Identifies = validation.Identifies, Decimals = validation.Decimals != 0 };
        if (validation.Decimals > 0) item = item with { Constraint = $"round(., {validation.Decimals}) = .", ConstraintMessage = $"Enter a number with at most {validation.Decimals} decimals." };
        if (validation.Pattern is { } pattern) item = item with { Constraint = $"regex(., '{pattern}')", ConstraintMessage = $"Enter it in this form: {validation.Example}" };
        return item.Type == ItemType.Number ? Limits(item, field, notes) : Ends(item, field, logic, notes);
    }

    /// <summary>The least and greatest number.</summary>
    public static Item Limits(Item item, DictionaryField field, ImportNotes notes)
    {
        var (min, max) = (Number(field, DictionaryColumn.Min, notes) ?? item.Min, Number(field, DictionaryColumn.Max, notes) ?? item.Max);
        if (!(min > max)) return item with { Min = min, Max = max };
        notes.NotTaken(field.Place(DictionaryColumn.Min), $"The least answer to '{field.Original}' is above the greatest; neither is checked.");
        return item;
    }

    private static decimal? Number(DictionaryField field, DictionaryColumn column, ImportNotes notes)
    {
        if (field[column] is not { Length: > 0 } text) return null;
        if (decimal.TryParse(text.Replace(',', '.'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) return number;
        notes.NotTaken(field.Place(column), $"'{text}' is no number, so it is no limit of '{field.Original}'.");
        return null;
    }

    /// <summary>The first and last day, instant or time, as a constraint.</summary>
    private static Item Ends(Item item, DictionaryField field, FormLogicReading logic, ImportNotes notes)
    {
        var ends = new[] { End(item, field, DictionaryColumn.Min, ">=", logic, notes), End(item, field, DictionaryColumn.Max, "<=", logic, notes) }.OfType<string>().ToList();
        if (ends.Count == 0) return item;
        return item with { Constraint = string.Join(" and ", ends.Prepend(item.Constraint).OfType<string>()), ConstraintMessage = item.ConstraintMessage ?? $"Enter {Words(field)}." };
    }

    private static string Words(DictionaryField field) => (field[DictionaryColumn.Min], field[DictionaryColumn.Max]) switch
    {
        (var min, "") => $"{min} or later",
        ("", var max) => $"{max} or earlier",
        var (min, max) => $"an answer from {min} to {max}",
    };

    private static string? End(Item item, DictionaryField field, DictionaryColumn column, string sign, FormLogicReading logic, ImportNotes notes)
    {
        var text = field[column];
        if (text.Length == 0) return null;
        if (text is "today" or "now") return $". {sign} {text}()";
        if (text.StartsWith('[')) return logic.Of(field, column, text, $"it is no limit of '{field.Original}'") is { } other ? $". {sign} {other}" : null;
        if (TwoWays().Match(text) is { Success: true } two && int.Parse(two.Groups[1].Value, CultureInfo.InvariantCulture) is var first && int.Parse(two.Groups[2].Value, CultureInfo.InvariantCulture) is var second && first != second && first <= 12 && second <= 12)
        {
            notes.NotTaken(field.Place(column), $"'{text}' can be two days, so it is no limit of '{field.Original}'. A spreadsheet rewrote it; write it as 2016-03-01.");
            return null;
        }
        if (item.Type == ItemType.Date && DateOnly.TryParse(text, CultureInfo.InvariantCulture, out var day)) return $". {sign} date('{day:yyyy-MM-dd}')";
        if (item.Type == ItemType.DateTime && DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant)) return $". {sign} date-time('{instant:yyyy-MM-ddTHH:mm}')";
        if (item.Type == ItemType.Time && TimeOnly.TryParse(text, CultureInfo.InvariantCulture, out var time)) return $". {sign} '{time:HH:mm}'";
        notes.NotTaken(field.Place(column), $"'{text}' cannot be read as a limit of '{field.Original}'.");
        return null;
    }

    [GeneratedRegex(@"^([0-9]{1,2})[/.-]([0-9]{1,2})[/.-][0-9]{2,4}\b")]
    private static partial Regex TwoWays();
}
