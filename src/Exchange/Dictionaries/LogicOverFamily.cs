using System.Globalization;
using System.Text.RegularExpressions;
using SosLongitudinal.Exchange.Definitions;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Exchange.Dictionaries;

/// <summary>
/// Branching logic that asks for answers of other forms or events. A form cannot follow it, for it is filled in by itself; a quality rule over the family can find
/// where a question was answered although the logic would not have shown it.
/// </summary>
internal sealed partial class LogicOverFamily(Func<string, DictionaryField?> find, Func<string, InstrumentId?> idOf)
{
    private const int Longest = 1_000;
    private static readonly string[] Functions = ["selected", "not", "answer", "abs", "min", "max", "contains", "starts-with", "string-length", "concat", "and", "or", "div", "mod"];

    /// <summary>The rule's expression; <c>null</c> where rules cannot say it either.</summary>
    public string? Rule(DictionaryField field, string logic) =>
        idOf(field.Form) is { } id && Expression(field, logic) is { } condition && $"/family/form[@instrument='{id}'][{field.Name} != '' and not({condition})]" is { Length: <= Longest } rule ? rule : null;

    /// <summary>Whether nothing stands in its way but that the answers lie in other forms.</summary>
    public bool Reads(DictionaryField field, string logic) =>
        LogicTranslation.Of(logic, name => (find(name), null), (other, _) => idOf(other.Form) is null ? "''" : other.Name).Expression is not null;

    private string? Expression(DictionaryField field, string logic)
    {
        var isHeld = true;
        string Say(DictionaryField other, string? visit)
        {
            isHeld &= idOf(other.Form) is not null && HasNumbers(other);
            if (visit is null && other.Form == field.Form) return other.Name;
            return $"answer('{idOf(other.Form)}', '{other.Name}'{(visit is null ? "" : $", '{CleanNames.OfInstrument(visit)}'")})";
        }
        var (expression, _) = LogicTranslation.Of(logic, name => (find(name), null), Say);
        return isHeld && expression is not null && Called().Matches(expression).All(m => Functions.Contains(m.Groups[1].Value)) ? expression : null;
    }

    /// <summary>Whether its codes are stored as they stand; others are stored by number, which the file does not say.</summary>
    private static bool HasNumbers(DictionaryField field) =>
        field.Type is not ("radio" or "dropdown" or "select" or "checkbox")
        || FieldChoices.CodesOf(field).All(c => short.TryParse(c, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _));

    [GeneratedRegex(@"([a-z-]+)\s*\(")]
    private static partial Regex Called();
}
