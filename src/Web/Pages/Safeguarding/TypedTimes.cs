using System.Globalization;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Safeguarding;

/// <summary>A time of day as typed, which may be left out.</summary>
internal static class TypedTimes
{
    public static TimeOnly? Read(string text, TypedFields typed, string field)
    {
        if (text.Trim().Length == 0) return null;
        if (TimeOnly.TryParseExact(text.Trim(), ["H:mm", "HH:mm", "H.mm", "HHmm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) return time;
        typed.Fault(field, "Enter the time, such as 14:30, or leave it empty.");
        return null;
    }
}
