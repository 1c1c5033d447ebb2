using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Grains.Workers;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Sites;
using SosLongitudinal.Study.Workers;
using SosLongitudinal.Web.Api.Shared;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Errors;

namespace SosLongitudinal.Web.Api.Workers;

public sealed record WorkerBody(string Name, SiteCode Site, DateOnly From, string? Team = null, Employment Employment = Employment.NotKnown);

public sealed record EmploymentBody(Employment Employment, DateOnly From);

public sealed record TeamBody(SiteCode Site, DateOnly From, string? Team = null);

public sealed record WorkerView(WorkerId Id, string Name, SiteCode Site, string Team, Employment Employment, DateOnly? LeftOn, int Families)
{
    public static WorkerView Of(SocialWorker w, DateOnly today, int families) => new(w.Id, w.Name, w.Site, w.Team, w.EmploymentOn(today), w.LeftOn, families);
}

/// <summary>/workers: social workers with caseload and employment.</summary>
internal static class WorkersApi
{
    private static readonly Refusal NoDay = new Refusal("worker.leaving-day", "Give the day on which they left, such as ?on=2016-03-01.").At("on");

    public static void MapWorkers(this RouteGroupBuilder api)
    {
        var workers = api.MapGroup("/workers").WithTags("Workers");
        workers.MapGet("", List).Task("Api/Workers/List").Produces<Page<WorkerView>>().WithSummary("Social workers, with how many families each holds now");
        workers.MapPost("", Register).Task("Api/Workers/Register").Produces<WorkerView>(201).WithSummary("Register a social worker");
        workers.MapPost("/{worker}/employment", (string worker, EmploymentBody body, IdempotencyKey key, Person person, IGrainFactory grains, StudyFrames frames, TimeProvider clock) =>
                Change(worker, key, person, grains, frames, clock, (door, stamp) => door.ChangeEmployment(body.Employment, body.From, stamp)))
            .Task("Api/Workers/Change").Produces<WorkerView>().WithSummary("Record a change of employment");
        workers.MapPost("/{worker}/leaving", (string worker, DateOnly? on, IdempotencyKey key, Person person, IGrainFactory grains, StudyFrames frames, TimeProvider clock) =>
                Change(worker, key, person, grains, frames, clock, (door, stamp) => on is { } day ? door.Leave(day, stamp) : Task.FromResult<Decision<SocialWorker>>(NoDay)))
            .Task("Api/Workers/Change").Produces<WorkerView>().WithSummary("Record that a worker left");
        workers.MapPost("/{worker}/team", (string worker, TeamBody body, IdempotencyKey key, Person person, IGrainFactory grains, StudyFrames frames, TimeProvider clock) =>
                Change(worker, key, person, grains, frames, clock, (door, stamp) =>
                    person.MaySee(body.Site) ? door.ChangeTeam(body.Site, body.Team ?? "", body.From, stamp) : Task.FromResult<Decision<SocialWorker>>(SiteRefusals.Unknown(body.Site))))
            .Task("Api/Workers/Change").Produces<WorkerView>().WithSummary("Record that a worker went to another team or site");
        workers.MapReassignments();
    }

    private static async Task<IResult> List(Person person, StudyFrames frames, FamilyRegisters registers, TimeProvider clock, SiteCode? site = null, WorkerId? after = null, int take = 100)
    {
        var frame = await frames.Current();
        var today = frame.Design.Today(clock.GetUtcNow());
        var caseloads = (await registers.Caseloads(person.Scope())).ToDictionary(c => c.Worker, c => c.Families);
        var all = frame.Workers.Values.Where(w => person.MaySee(w.Site) && (site is null || w.Site == site) && (after is not { } a || w.Id.CompareTo(a) > 0)).OrderBy(w => w.Id).Take(Math.Clamp(take, 1, 500) + 1).ToList();
        var page = all.Take(Math.Clamp(take, 1, 500)).ToList();
        return Results.Ok(new Page<WorkerView>([.. page.Select(w => WorkerView.Of(w, today, caseloads.GetValueOrDefault(w.Id)))], all.Count > page.Count ? page[^1].Id.ToString() : null));
    }

    private static async Task<IResult> Register(WorkerBody body, IdempotencyKey key, Person person, IGrainFactory grains, TimeProvider clock)
    {
        if (!person.MaySee(body.Site)) return SiteRefusals.Unknown(body.Site).ToProblem();
        var registered = await grains.RegisterWorker(new(body.Name ?? "", body.Site, body.Team ?? "", body.Employment, body.From), person.Stamp(key, clock));
        return registered.Match(w => Results.Created($"/api/v1/workers/{w.Id}", WorkerView.Of(w, body.From, 0)), why => why.ToProblem());
    }

    private static async Task<IResult> Change(
        string id, IdempotencyKey key, Person person, IGrainFactory grains, StudyFrames frames, TimeProvider clock, Func<IWorker, Stamp, Task<Decision<SocialWorker>>> command)
    {
        if (!WorkerId.TryParse(id, null, out var worker)) return WorkerRefusals.NotAnId.ToProblem();
        if (await grains.Worker(worker).Read() is not { } known || !person.MaySee(known.Site)) return WorkerRefusals.Unknown(worker).ToProblem();
        var changed = await command(grains.Worker(worker), person.Stamp(key, clock));
        var frame = await frames.Current();
        return changed.Match(w => Results.Ok(WorkerView.Of(w, frame.Design.Today(clock.GetUtcNow()), 0)), why => why.ToProblem());
    }
}
