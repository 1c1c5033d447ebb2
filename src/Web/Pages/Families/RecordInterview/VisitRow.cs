using System.Globalization;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Families.RecordInterview;

/// <summary>One visit as typed on a line; a line without a date is none.</summary>
public sealed class VisitRow
{
    public TypedDate On { get; set; } = new();

    public string Start { get; set; } = "";

    public VisitMode Mode { get; set; }

    public string Place { get; set; } = "";

    public static VisitRow Of(Visit visit) => new()
    {
        On = TypedDate.Of(visit.On),
        Start = visit.Start?.ToString("HH:mm", CultureInfo.InvariantCulture) ?? "",
        Mode = visit.Mode,
        Place = visit.Place,
    };

    public Visit Read(TypedFields typed, string field)
    {
        TimeOnly? start = null;
        if (Start.Trim().Length > 0)
        {
            if (TimeOnly.TryParseExact(Start.Trim(), ["H:mm", "HH:mm", "H.mm", "HHmm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) start = time;
            else typed.Fault($"{field}.Start", "Enter the start as a time, such as 14:30, or leave it empty.");
        }
        return new(typed.Read(On.Read($"{field}.On", "day of the visit")), start, Mode, Place.Trim());
    }
}
