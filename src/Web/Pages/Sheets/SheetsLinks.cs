using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Sheets;

namespace SosLongitudinal.Web.Pages.Sheets;

/// <summary>Where the pages about sheets to carry are.</summary>
public static class SheetsLinks
{
    public const string List = "/sheets";
    public const string Print = "/sheets/print";

    public static string Show(SheetId sheet) => $"/sheets/{sheet}";

    /// <summary>What to print, filled in beforehand.</summary>
    public static string PrintFor(SheetKind kind, FamilyId? family = null, WaveCode? wave = null, string? interviewer = null, DateOnly? on = null) =>
        QueryHelpers.AddQueryString(Print, new KeyValuePair<string, string?>[]
        {
            new("Kind", $"{kind}"), new("Families", $"{family}"), new("Wave", $"{wave}"), new("Interviewer", interviewer), new("Day", on?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        }.Where(part => !string.IsNullOrEmpty(part.Value)));
}
