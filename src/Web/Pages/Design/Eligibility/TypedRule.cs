using System.Globalization;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Design.Eligibility;

/// <summary>One rule as typed on a line; a line that says nothing is none.</summary>
public sealed class TypedRule
{
    /// <summary>Kept from the design, so that a renamed rule stays the same rule.</summary>
    public string Code { get; set; } = "";

    public string Label { get; set; } = "";

    public CaseEventKind? Event { get; set; }

    public string Age { get; set; } = "";

    public CaseEventKind? Until { get; set; }

    public string Waves { get; set; } = "";

    public bool IsEmpty => string.IsNullOrWhiteSpace(Label + Age) && Event is null;

    public static TypedRule Of(EligibilityRule rule) => new()
    {
        Code = rule.Code, Label = rule.Label, Event = rule.Event, Age = rule.Age?.ToString(CultureInfo.InvariantCulture) ?? "", Until = rule.Until, Waves = rule.BeforeTheWave ? "later" : "",
    };

    public EligibilityRule? Read(TypedFields typed, string field)
    {
        if (Label.Trim().Length == 0) typed.Fault($"{field}.Label", "Say why a family is not eligible then.");
        int? age = null;
        if (Age.Trim().Length > 0)
        {
            if (int.TryParse(Age.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var years)) age = years;
            else typed.Fault($"{field}.Age", "Enter a whole number, such as 18.");
        }
        if (Event is null == age is null) typed.Fault($"{field}.Event", "Choose an event, or give an age.");
        return new(Code.Length > 0 ? Code : Named(Label), Label.Trim(), Event, age) { Until = Event is null ? null : Until, BeforeTheWave = Waves == "later" };
    }

    private static string Named(string label)
    {
        var words = new string([.. label.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var code = string.Join('-', words);
        return code.Length == 0 ? "rule" : code.Length <= 40 ? code : code[..40].TrimEnd('-');
    }
}
