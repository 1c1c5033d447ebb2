using System.Collections.Immutable;
using SosLongitudinal.Grains.Diaries;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Sites;
using SosLongitudinal.Web.Api.Shared;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Errors;

namespace SosLongitudinal.Web.Api.Appointments;

public sealed record RoomBody(string Name, bool IsClosed = false);

/// <summary>Working hours by local time, and the most appointments a week; without a limit there is none. A day that is left out is no working day.</summary>
public sealed record TermsBody(ImmutableArray<DayHours> Hours, int? WeeklyLimit = null);

/// <summary>Days away; the last is inside.</summary>
public sealed record AwayBody(DateOnly First, DateOnly Last);

public sealed record AwayView(OperationId Away, DateOnly First, DateOnly Last);

/// <summary>Rooms, working hours, limits and leave.</summary>
internal static class RosterApi
{
    public static void MapRoster(this RouteGroupBuilder api)
    {
        api.MapGet("/roster", Read).Task("Api/Roster/Read").Produces<Roster>().WithTags("Roster").WithSummary("Rooms of this person's sites, and who works when");
        api.MapPut("/sites/{site}/rooms/{room}", SetRoom).Task("Api/Roster/Set").Produces<Room>().WithTags("Roster").WithSummary("Add, rename, close or open a room");
        var person = api.MapGroup("/interviewers/{interviewer}").WithTags("Roster");
        person.MapPut("/hours", SetTerms).Task("Api/Roster/Set").Produces<WorkTerms>().WithSummary("Set the working hours and weekly limit of an interviewer or facilitator");
        person.MapGet("/away", Away).Task("Api/Roster/Read").Produces<ImmutableArray<AwayView>>().WithSummary("Days on which an interviewer or facilitator is away, over the next year");
        person.MapPost("/away", SetAway).Task("Api/Roster/Set").Produces<AwayView>(201).WithSummary("Put down days on which an interviewer is away");
        person.MapDelete("/away/{month}/{operation}", LiftAway).Task("Api/Roster/Set").WithSummary("Take an absence back, from the month in which it begins");
    }

    private static async Task<IResult> Read(Person person, IGrainFactory grains, RosterPeople people)
    {
        var (roster, mine) = (await grains.Roster().Read(), await people.Of(person));
        return Results.Ok(new Roster { Rooms = [.. roster.Rooms.Where(r => person.MaySee(r.Site))], People = [.. mine.Select(p => roster.TermsOf($"{p.Key}"))] });
    }

    private static async Task<IResult> SetRoom(SiteCode site, RoomCode room, RoomBody body, IdempotencyKey key, Person person, IGrainFactory grains, TimeProvider clock) =>
        !person.MaySee(site) ? SiteRefusals.Unknown(site).ToProblem()
        : (await grains.Roster().SetRoom(new(room, site, body.Name, body.IsClosed), person.Stamp(key, clock))).ToResult(roster => Results.Ok(roster.Room(room)));

    private static async Task<IResult> SetTerms(AccountKey interviewer, TermsBody body, IdempotencyKey key, Person person, IGrainFactory grains, RosterPeople people, TimeProvider clock) =>
        !await people.May(person, interviewer) ? RosterRefusals.NoDiary.ToProblem()
        : (await grains.Roster().SetTerms(new($"{interviewer}", body.Hours.IsDefault ? [] : body.Hours, body.WeeklyLimit), person.Stamp(key, clock))).ToResult(roster => Results.Ok(roster.TermsOf($"{interviewer}")));

    private static async Task<IResult> Away(AccountKey interviewer, Person person, RosterPeople people, Absences absences, StudyFrames frames, TimeProvider clock)
    {
        if (!await people.May(person, interviewer)) return RosterRefusals.NoDiary.ToProblem();
        var design = (await frames.Current()).Design;
        var away = await absences.From(DiaryOwner.Person($"{interviewer}"), design.Today(clock.GetUtcNow()), months: 13);
        return Results.Ok(away.Select(e => new AwayView(e.Operation, LocalTimes.Day(design.TimeZone, e.From), LocalTimes.Day(design.TimeZone, e.Until.AddTicks(-1)))).ToImmutableArray());
    }

    private static async Task<IResult> SetAway(AccountKey interviewer, AwayBody body, IdempotencyKey key, Person person, RosterPeople people, Absences absences, TimeProvider clock) =>
        !await people.May(person, interviewer) ? RosterRefusals.NoDiary.ToProblem()
        : (await absences.Set(DiaryOwner.Person($"{interviewer}"), body.First, body.Last, person.Stamp(key, clock)))
            .ToResult(_ => Results.Created($"/api/v1/interviewers/{interviewer}/away", new AwayView(key.Operation, body.First, body.Last)));

    private static async Task<IResult> LiftAway(AccountKey interviewer, DiaryMonth month, OperationId operation, IdempotencyKey key, Person person, RosterPeople people, Absences absences, TimeProvider clock)
    {
        if (!await people.May(person, interviewer)) return RosterRefusals.NoDiary.ToProblem();
        await absences.Lift(new(DiaryOwner.Person($"{interviewer}"), month), operation, person.Stamp(key, clock));
        return Results.NoContent();
    }
}
