using System.Collections.Immutable;
using SosLongitudinal.Grains.Diaries;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Api.Shared;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Errors;

namespace SosLongitudinal.Web.Api.Appointments;

/// <summary>/appointments, and those of one family.</summary>
internal static class AppointmentsApi
{
    public static void MapAppointments(this RouteGroupBuilder api)
    {
        api.MapGet("/appointments", List).Task("Api/Appointments/List").Produces<Page<AppointmentView>>().WithTags("Appointments")
            .WithSummary("Appointments at this person's sites, the soonest first; an interviewer's own only");
        var family = api.MapGroup("/families/{id}/appointments").WithTags("Appointments");
        family.MapGet("", OfFamily).Task("Api/Appointments/List").Produces<FamilyAppointments>().WithSummary("A family's appointments, and who met it before");
        family.MapPost("", Book).Task("Api/Appointments/Book").Produces<AppointmentView>(201).WithSummary("Book an appointment; holds the diaries of everybody and the room concerned");
        family.MapPost("/{number:int}/move", Move).Task("Api/Appointments/Book").Produces<AppointmentView>().WithSummary("Move an appointment to another time, person or place");
        family.MapGet("/{number:int}/fits", Fits).Task("Api/Appointments/Book").Produces<FitsView>().WithSummary("Whether an appointment could be moved to a time, and if not why; holds nothing");
        family.MapPost("/{number:int}/cancel", Cancel).Task("Api/Appointments/Book").Produces<AppointmentView>().WithSummary("Cancel an appointment: by whom and why");
        family.MapPost("/{number:int}/confirm", (int number, [AsParameters] AppointmentAt at) => at.Outcome(number, (door, stamp) => door.Confirm(number, stamp)))
            .Task("Api/Appointments/Outcome").Produces<AppointmentView>().WithSummary("Note that the family has confirmed the time");
        family.MapPost("/{number:int}/complete", (int number, [AsParameters] AppointmentAt at) => at.Outcome(number, (door, stamp) => door.Complete(number, stamp)))
            .Task("Api/Appointments/Outcome").Produces<AppointmentView>().WithSummary("Note that it took place");
        family.MapPost("/{number:int}/no-show", (int number, [AsParameters] AppointmentAt at) => at.Outcome(number, (door, stamp) => door.NoShow(number, stamp)))
            .Task("Api/Appointments/Outcome").Produces<AppointmentView>().WithSummary("Note that nobody was there");
    }

    private static async Task<IResult> List(
        Person person, AgendaRegisters registers, StudyFrames frames, SiteCode? site, string? interviewer, RoomCode? room, DateOnly? from, DateOnly? until, CaseName<AppointmentState>? state, WorkCursor? after, int take = 100)
    {
        var zone = (await frames.Current()).Design.TimeZone;
        var page = await registers.Agenda(new()
        {
            Scope = person.Scope(), Site = site, Person = person.IsOnlyInterviewer() ? $"{person.Account}" : interviewer, Room = room, States = state is { } one ? [one.Case] : [], After = after, Take = take,
            From = from is { } first ? LocalTimes.Start(zone, first) : null, Until = until is { } last ? LocalTimes.Start(zone, last.AddDays(1)) : null,
        });
        return Results.Ok(new Page<AppointmentView>([.. page.Rows.Select(AppointmentView.Of)], page.Next?.ToString()));
    }

    private static async Task<IResult> OfFamily([AsParameters] AppointmentAt at) => (await at.Family()).ToResult(found =>
    {
        var (family, frame) = found;
        var shown = family.Appointments.Where(a => !at.Person.IsOnlyInterviewer() || a.Plan.Involves($"{at.Person.Account}"));
        var before = frame.Design.Waves.Select(w => (Wave: w.Code, Before: InterviewerBefore.Of(family, frame.Design, w.Code))).Where(w => w.Before is not null);
        return Results.Ok(new FamilyAppointments([.. shown.Select(a => AppointmentView.Of(family, a))], [.. before.Select(w => new BeforeView(w.Wave, w.Before!.Wave.Code, w.Before.Interviewer))]));
    });

    private static async Task<IResult> Book([AsParameters] AppointmentAt at, BookingBody body, Bookings bookings)
    {
        var stamp = at.Stamp();
        var found = await at.Family();
        if (found is not Decision<FoundFamily>.Accepted { Value: var (family, frame) }) return ((Decision<FoundFamily>.Refused)found).Why.ToProblem();
        if (body.Plan(frame.Design.TimeZone) is not Decision<AppointmentPlan>.Accepted(var plan)) return AppointmentRefusals.ClocksJump(body.On, body.At).At("at").ToProblem();
        return (await bookings.Book(family.Id, plan, stamp)).ToResult(state =>
        {
            var booked = state.Appointments.First(a => a.Booking == stamp.Operation);
            return Results.Created($"/api/v1/families/{state.Id}/appointments/{booked.Number}", AppointmentView.Of(state, booked));
        });
    }

    private static async Task<IResult> Move([AsParameters] AppointmentAt at, int number, MoveAppointmentBody body, Bookings bookings)
    {
        var stamp = at.Stamp(body.Why);
        var found = await at.Family();
        if (found is not Decision<FoundFamily>.Accepted { Value: var (family, frame) }) return ((Decision<FoundFamily>.Refused)found).Why.ToProblem();
        if (family.Appointment(number) is not { } there) return AppointmentRefusals.Unknown.ToProblem();
        var was = there.Booking == stamp.Operation ? there.Moves.LastOrDefault()?.Was ?? there.Plan : there.Plan; // sent again it moves from where it moved the first time
        var read = body.Plan(was, frame.Design.TimeZone);
        if (read is not Decision<AppointmentPlan>.Accepted(var plan)) return ((Decision<AppointmentPlan>.Refused)read).Why.ToProblem();
        return (await bookings.Move(family.Id, number, plan, body.Asked, stamp)).ToResult(state => Results.Ok(AppointmentView.Of(state, state.Appointment(number)!)));
    }

    private static async Task<IResult> Fits([AsParameters] AppointmentAt at, int number, DateOnly? on, [Microsoft.AspNetCore.Mvc.FromQuery(Name = "at")] TimeOnly? time, string? interviewer, Bookings bookings)
    {
        var found = await at.Family();
        if (found is not Decision<FoundFamily>.Accepted { Value: var (family, frame) }) return ((Decision<FoundFamily>.Refused)found).Why.ToProblem();
        if (family.Appointment(number) is not { } there) return AppointmentRefusals.Unknown.ToProblem();
        var why = await new MoveAppointmentBody(AskedBy.Coordinator, on, time, Interviewer: interviewer).Plan(there.Plan, frame.Design.TimeZone)
            .Match(plan => bookings.WhyNotMove(family, there, plan, at.Stamp()), no => Task.FromResult<Refusal?>(no));
        return Results.Ok(new FitsView(why is null, why?.Code, why?.Sentence));
    }

    private static async Task<IResult> Cancel([AsParameters] AppointmentAt at, int number, CancelBody body, Bookings bookings) =>
        await at.Found() is { } refused ? refused.ToProblem()
        : (await bookings.Cancel(FamilyId.Parse(at.Id), number, body.Asked, at.Stamp(body.Why))).ToResult(state => Results.Ok(AppointmentView.Of(state, state.Appointment(number)!)));
}
