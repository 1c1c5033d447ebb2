using SosLongitudinal.Grains.Diaries;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Diaries.Planning;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Sites;
using SosLongitudinal.Web.Api.Shared;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Errors;

namespace SosLongitudinal.Web.Api.Appointments;

/// <summary>/sites/{site}/plan: the next weeks of a site, proposed and accepted.</summary>
internal static class PlansApi
{
    public static void MapPlans(this RouteGroupBuilder api)
    {
        var plan = api.MapGroup("/sites/{site}/plan").WithTags("Appointments");
        plan.MapPost("", Propose).Task("Api/Appointments/Plan").Produces<PlanView>().WithSummary("Propose a plan of the next weeks: all due families that can be booked, and why the others cannot. Changes nothing");
        plan.MapPost("/accept", Accept).Task("Api/Appointments/Plan").Produces<AcceptedPlanView>().WithSummary("Accept a plan, as proposed or changed: books each line once, and says line by line what was refused meanwhile");
    }

    private static async Task<IResult> Propose(SiteCode site, PlanBody body, Person person, IdempotencyKey key, PlanDesk desk, StudyFrames frames, TimeProvider clock)
    {
        if (await Hidden(site, person, frames)) return SiteRefusals.Unknown(site).ToProblem();
        var stamp = person.Stamp(key, clock);
        return Results.Ok(PlanView.Of(stamp.Operation, await desk.Propose(site, body.Weeks, body.Wish, stamp)));
    }

    private static async Task<IResult> Accept(SiteCode site, AcceptPlanBody body, Person person, PlanAcceptance acceptance, StudyFrames frames, TimeProvider clock)
    {
        if (await Hidden(site, person, frames)) return SiteRefusals.Unknown(site).ToProblem();
        if (body.Lines.Length > PlanProblem.MostFamilies) return PlanRefusals.TooMany.At("lines").ToProblem();
        var done = await acceptance.Accept(site, body.Lines.Select(l => l.Line), person.Stamp(body.Plan, clock));
        return Results.Ok(AcceptedPlanView.Of(body.Plan, done));
    }

    private static async Task<bool> Hidden(SiteCode site, Person person, StudyFrames frames) => !person.MaySee(site) || !(await frames.Current()).Sites.ContainsKey(site);
}
