using System.Collections.Immutable;
using System.Globalization;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Groups;
using SosLongitudinal.Web.Pages.FocusGroups;
using SosLongitudinal.Web.Shell.Words;

namespace SosLongitudinal.Web.Pages.Appointments.Calendar;

/// <summary>One appointment or group session as the calendar draws it: local times as the study's clocks show them.</summary>
/// <param name="Move">How it is moved by dragging; <c>null</c> where it is not.</param>
public sealed record CalendarEvent(string Title, string Start, string End, string Url, string Tone, CalendarMove? Move);

/// <summary>Where a drag asks whether a time fits, where it is sent once confirmed, and the fields of that page that stay as they are.</summary>
public sealed record CalendarMove(string Check, string Page, string Words, IReadOnlyDictionary<string, string> Fields)
{
    public static CalendarMove Of(AgendaRow row, string interviewer) => new(
        $"/api/v1/families/{row.Family}/appointments/{row.Appointment.Number}/fits", AppointmentsLinks.Move(row.Family, row.Appointment.Number), $"family {row.Family} with {interviewer}", Kept(row.Appointment.Plan));

    private static Dictionary<string, string> Kept(AppointmentPlan plan) => new()
    {
        ["Interviewer"] = plan.Interviewer, ["Second"] = plan.Second ?? "", ["Mode"] = $"{plan.Mode}", ["Room"] = plan.Room?.Text ?? "",
        ["Minutes"] = plan.Minutes.ToString(CultureInfo.InvariantCulture), ["Travel"] = plan.Travel.ToString(CultureInfo.InvariantCulture),
    };
}

/// <summary>What the calendar draws, and between which days it can be turned.</summary>
public sealed record CalendarEvents(string From, string Until, string Today, ImmutableArray<CalendarEvent> Events)
{
    public static CalendarEvent Of(AgendaRow row, string timeZone, IReadOnlyDictionary<string, string> names, bool mayMove) => new(
        $"{row.Family}, {names.GetValueOrDefault(row.Appointment.Plan.Interviewer, row.Appointment.Plan.Interviewer)}: {row.Appointment.State.Words().ToLowerInvariant()}{(row.WantsSecond ? ", needs a second person" : row.NeedsTwo ? ", two people" : "")}",
        Local(timeZone, row.Appointment.Plan.Start), Local(timeZone, row.Appointment.Plan.End), AppointmentsLinks.OfFamily(row.Family), row.Appointment.State.Tone().ToString().ToLowerInvariant(),
        mayMove && row.Appointment.IsOpen ? CalendarMove.Of(row, names.GetValueOrDefault(row.Appointment.Plan.Interviewer, row.Appointment.Plan.Interviewer)) : null);

    /// <summary>A session is moved where all whom it concerns are seen, on its own page.</summary>
    public static CalendarEvent Of(FocusGroup group, string timeZone) => new(
        $"{group.Id}, {group.Plan!.Kind.Title()}: {group.State.Words().ToLowerInvariant()}",
        Local(timeZone, group.Session!.Start), Local(timeZone, group.Session.End), FocusGroupsLinks.Show(group.Id), group.State.Tone().ToString().ToLowerInvariant(), null);

    private static string Local(string timeZone, DateTimeOffset at) => LocalTimes.Local(timeZone, at).ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
}
