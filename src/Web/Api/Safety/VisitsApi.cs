using SosLongitudinal.Grains.Diaries;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Fieldwork.Safety;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Api.Appointments;
using SosLongitudinal.Web.Shell.Access;

namespace SosLongitudinal.Web.Api.Safety;

/// <summary>When they arrived; left out: now.</summary>
public sealed record CheckInBody(DateTimeOffset? At = null);

/// <summary>When they were back, and who said so; left out: now, and whoever sends it where they went themselves.</summary>
public sealed record ReturnBody(DateTimeOffset? At = null, SafeReport? Said = null);

/// <summary>Whom the team told that they are not back, and when; left out: now.</summary>
public sealed record RaiseBody(AlarmTold Told, DateTimeOffset? At = null);

/// <summary>Somebody who is overdue; ids only.</summary>
public sealed record OverdueView(FamilyId Family, SiteCode Site, int Number, string Interviewer, string? Second, VisitState State, DateTimeOffset Due);

/// <summary>Arriving at an appointment in person, coming back safe, and who is overdue.</summary>
internal static class VisitsApi
{
    public static void MapVisits(this RouteGroupBuilder api)
    {
        api.MapGet("/appointments/overdue", async (Person person, OverdueDesk desk) =>
                Results.Ok((await desk.For(person)).Select(v => new OverdueView(v.Family, v.Site, v.Appointment.Number, v.Appointment.Plan.Interviewer, v.Appointment.Plan.Second, v.State, v.Due))))
            .Task("Api/Appointments/List").Produces<IEnumerable<OverdueView>>().WithTags("Safety").WithSummary("Who is not back from a visit in time, or of whom nothing was heard; an interviewer's own only");
        var one = api.MapGroup("/families/{id}/appointments/{number:int}").WithTags("Safety");
        one.MapPost("/check-in", (int number, CheckInBody? body, [AsParameters] AppointmentAt at) => at.Outcome<IFamilySafety>(number, (door, _, stamp) => door.CheckIn(number, body?.At ?? stamp.At, stamp)))
            .Task("Api/Appointments/CheckIn").Produces<AppointmentView>().WithSummary("Note that they arrived at an appointment in person");
        one.MapPost("/back", (int number, ReturnBody? body, [AsParameters] AppointmentAt at) => at.Outcome<IFamilySafety>(number, (door, appointment, stamp) => door.Return(number, body?.Said ?? At(appointment, stamp), body?.At ?? stamp.At, stamp)))
            .Task("Api/Appointments/CheckIn").Produces<AppointmentView>().WithSummary("Note that they are back safe, and who said so; ends that they are overdue");
        one.MapPost("/raise", (int number, RaiseBody body, [AsParameters] AppointmentAt at) => at.Outcome<IFamilySafety>(number, (door, _, stamp) => door.Raise(number, body.Told, body.At ?? stamp.At, stamp)))
            .Task("Api/Appointments/Raise").Produces<AppointmentView>().WithSummary("Note that somebody was told that they are not back: the manager or the police, and when; ends the alert");
    }

    /// <summary>Where it is not said: the second person where they send it, else the interviewer.</summary>
    private static SafeReport At(Appointment appointment, Stamp stamp) => appointment.Plan.Second == stamp.By ? SafeReport.SecondPerson : SafeReport.Interviewer;
}
