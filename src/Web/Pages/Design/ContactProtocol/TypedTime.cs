using System.Globalization;
using SosLongitudinal.Study.Contacts;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Design.ContactProtocol;

/// <summary>One part of the week as typed on a line; a line without a name is none.</summary>
public sealed class TypedTime
{
    /// <summary>Kept from the design, so that a renamed time stays the same time.</summary>
    public string Code { get; set; } = "";

    public string Label { get; set; } = "";

    /// <summary><c>Mon-Fri 9:00-12:00</c></summary>
    public string When { get; set; } = "";

    public bool IsEmpty => string.IsNullOrWhiteSpace(Label + When);

    public static TypedTime Of(ContactTime time) => new() { Code = time.Code, Label = time.Label, When = $"{new SafeHours(time.Days, time.From, time.To)}" };

    public ContactTime? Read(TypedFields typed, string field)
    {
        if (Label.Trim().Length == 0) typed.Fault($"{field}.Label", "Give this time a name.");
        if (SafeHours.Read(When) is not { } hours)
        {
            typed.Fault($"{field}.When", "Enter days and hours, such as Mon-Fri 9:00-12:00.");
            return null;
        }
        return new(Code.Length > 0 ? Code : Named(Label), Label.Trim(), hours.Days, hours.From, hours.To);
    }

    private static string Named(string label) => string.Join('-', label.ToLower(CultureInfo.InvariantCulture).Split([.. label.Where(c => !char.IsAsciiLetterOrDigit(c)), ' '], StringSplitOptions.RemoveEmptyEntries));
}
