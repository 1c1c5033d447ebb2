using System.Globalization;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Pages.Appointments;

/// <summary>A time of day as people type it: <c>14:30</c>, <c>9.15</c>, <c>0900</c>, <c>9</c>.</summary>
internal static class TypedTime
{
    private static readonly string[] Forms = ["H:mm", "H.mm", "HHmm", "%H", "HH"];

    public static Decision<TimeOnly> Read(string? text, string field) =>
        TimeOnly.TryParseExact(text?.Trim(), Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : new Refusal("time.not-one", "Enter a time on the 24-hour clock, such as 14:30.").At(field);

    public static string Text(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
