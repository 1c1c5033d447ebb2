using SosLongitudinal.Grains.Accounts;
using SosLongitudinal.Grains.Diaries;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Groups;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Sites;
using SosLongitudinal.Web.Api.Appointments;
using SosLongitudinal.Web.Api.Shared;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Errors;

namespace SosLongitudinal.Web.Api.Calendar;

/// <summary>The path of a calendar feed; shown once, then only its hash is known.</summary>
public sealed record FeedView(string Path);

/// <summary>Calendar feeds: opened and revoked by those who plan, read by whoever knows the address.</summary>
internal static class CalendarApi
{
    private const int DaysBack = 60;
    private const int PerPage = 500;

    public static void MapCalendar(this RouteGroupBuilder api)
    {
        var person = api.MapGroup("/interviewers/{interviewer}/feed").WithTags("Roster");
        person.MapPost("", (AccountKey interviewer, Person by, RosterPeople people, IdempotencyKey key, CalendarFeeds feeds, TimeProvider clock) => Open(DiaryOwner.Person($"{interviewer}"), people.MayTend(by, interviewer), by, key, feeds, clock))
            .Task("Api/Roster/Feed").Produces<FeedView>(201).WithSummary("Open an interviewer's calendar feed under a new secret address; an earlier one ends");
        person.MapDelete("", (AccountKey interviewer, Person by, RosterPeople people, IdempotencyKey key, IGrainFactory grains, TimeProvider clock) => Revoke(DiaryOwner.Person($"{interviewer}"), people.MayTend(by, interviewer), by, key, grains, clock))
            .Task("Api/Roster/Feed").WithSummary("Revoke an interviewer's calendar feed");
        var room = api.MapGroup("/sites/{site}/rooms/{room}/feed").WithTags("Roster");
        room.MapPost("", (SiteCode site, RoomCode room, Person by, IGrainFactory grains, IdempotencyKey key, CalendarFeeds feeds, TimeProvider clock) => Open(DiaryOwner.Room(room), IsThere(grains, by, site, room), by, key, feeds, clock))
            .Task("Api/Roster/Set").Produces<FeedView>(201).WithSummary("Open a room's calendar feed under a new secret address; an earlier one ends");
        room.MapDelete("", (SiteCode site, RoomCode room, Person by, IGrainFactory grains, IdempotencyKey key, TimeProvider clock) => Revoke(DiaryOwner.Room(room), IsThere(grains, by, site, room), by, key, grains, clock))
            .Task("Api/Roster/Set").WithSummary("Revoke a room's calendar feed");
    }

    /// <summary>The feed itself, outside the API: calendar programs know nothing but the address.</summary>
    public static void MapCalendarFeed(this IEndpointRouteBuilder routes) => routes.MapGet("/calendar/{feed}.ics", Read).Task("Calendar/Feed").ExcludeFromDescription();

    public static string PathOf(string token) => $"/calendar/{token}.ics";

    private static async Task<IResult> Open(DiaryOwner owner, Task<bool> may, Person by, IdempotencyKey key, CalendarFeeds feeds, TimeProvider clock) =>
        !await may ? RosterRefusals.NoFeed.ToProblem() : (await feeds.Open(owner, by.Stamp(key, clock))).ToResult(token => Results.Created(PathOf(token), new FeedView(PathOf(token))));

    private static async Task<IResult> Revoke(DiaryOwner owner, Task<bool> may, Person by, IdempotencyKey key, IGrainFactory grains, TimeProvider clock) =>
        !await may ? RosterRefusals.NoFeed.ToProblem() : (await grains.Roster().RevokeFeed(owner, by.Stamp(key, clock))).ToResult(_ => Results.NoContent());

    private static async Task<bool> IsThere(IGrainFactory grains, Person by, SiteCode site, RoomCode room) => by.MaySee(site) && (await grains.Roster().Read()).Room(room)?.Site == site;

    private static async Task<IResult> Read(string feed, CalendarFeeds feeds, IGrainFactory grains, AgendaRegisters registers, StudyFrames frames, HttpContext http, TimeProvider clock)
    {
        if (await feeds.OwnerOf(feed) is not { } owner) return Results.NotFound();
        var question = new AgendaQuestion { From = clock.GetUtcNow().AddDays(-DaysBack), Take = PerPage };
        if (owner.Kind == OwnerKind.Person)
        {
            if ((await grains.Accounts().All()).FirstOrDefault(a => $"{a.Key}" == owner.Name && !a.IsClosed && a.Roles.HasFlag(Roles.Interviewer)) is not { } account) return Results.NotFound();
            question = question with { Person = owner.Name, Scope = account.Sites.Match<System.Collections.Immutable.ImmutableArray<SiteCode>?>(_ => null, only => only.Sites) };
        }
        else
        {
            question = question with { Room = new RoomCode(owner.Name) };
        }
        http.Response.Headers.CacheControl = "private, no-store";
        return Results.Text(CalendarText.Of(await All(registers, question), Groups(await frames.Current(), owner, question), clock.GetUtcNow()), CalendarText.ContentType);
    }

    private static IEnumerable<FocusGroup> Groups(StudyFrame frame, DiaryOwner owner, AgendaQuestion question) => frame.Groups.Values
        .Where(g => g is { Plan: { } plan, Session: { } session } && session.Start >= question.From && (question.Scope is not { } scope || scope.Contains(plan.Site))
            && (owner.Kind == OwnerKind.Person ? session.Involves(owner.Name) : session.Room?.Text == owner.Name)).OrderBy(g => g.Session!.Start);

    /// <summary>Page after page to the end: a calendar that ends early would look like free time.</summary>
    private static async Task<List<AgendaRow>> All(AgendaRegisters registers, AgendaQuestion question)
    {
        var rows = new List<AgendaRow>();
        for (var page = await registers.Agenda(question); ; page = await registers.Agenda(question with { After = page.Next }))
        {
            rows.AddRange(page.Rows);
            if (page.Next is null) return rows;
        }
    }
}
