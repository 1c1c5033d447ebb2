using SosLongitudinal.Grains.Families;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Quality;
using SosLongitudinal.Web.Api.Families;
using SosLongitudinal.Web.Api.Shared;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Errors;

namespace SosLongitudinal.Web.Api.Quality;

/// <summary>/quality: what the rules find, and the rules.</summary>
internal static class QualityApi
{
    private const int MostHits = 500;
    private const int MostTried = 20;

    public static void MapQuality(this RouteGroupBuilder api)
    {
        var quality = api.MapGroup("/quality").WithTags("Quality");
        quality.MapGet("/hits", Hits).Task("Api/Quality/Hits").Produces<QualityHits>().WithSummary("What the quality rules find, by family")
            .WithDescription("site, rule and by (who entered the form) narrow it; dismissed=true gives what was set aside; asOf looks at forms dated up to that day.");
        quality.MapPost("/runs", Run).Task("Api/Quality/Run").Produces<QualityRun>().WithSummary("Check every family now");
        quality.MapGet("/rules", async (StudyFrames frames) => Results.Ok(new Page<QualityRule>(QualityRules.All((await frames.Current()).Design), null)))
            .Task("Api/Quality/Hits").Produces<Page<QualityRule>>().WithSummary("The quality rules");
        quality.MapPost("/rules/try", Try).Task("Api/Quality/Rules").Produces<QualityHits>().WithSummary("What a rule would find, without declaring it").WithDescription("Counts all that it finds; the items are the first of them.");
        quality.MapPut("/rules/{rule}", Declare).Task("Api/Quality/Rules").Produces<DeclaredRule>().WithSummary("Declare a rule of the study's own, as XPath over the family");
        quality.MapDelete("/rules/{rule}", Remove).Task("Api/Quality/Rules").WithSummary("Remove a rule of the study's own");
        quality.MapPut("/reliable-change", State).Task("Api/Quality/Rules").Produces<ReliableChange>().WithSummary("State when a change counts as reliable");
        api.MapPut("/families/{id}/quality/{rule}/dismissal", Dismiss).WithTags("Quality").Task("Api/Quality/Dismiss").WithSummary("Set a hit aside, with a reason, until its inputs change");
    }

    private static async Task<IResult> Hits(
        Person person, QualityRegisters registers, BlindEntry blind, string? site = null, string? rule = null, string? by = null, bool dismissed = false, DateOnly? asOf = null, string? after = null, int take = 50)
    {
        var page = await registers.Check(new()
        {
            Scope = person.Scope(), Site = SiteCode.TryParse(site, null, out var one) ? one : null, Rule = rule, Person = by, Dismissed = dismissed, AsOf = asOf,
            After = FamilyId.TryParse(after, null, out var last) ? last : null, Take = Math.Clamp(take, 1, MostHits),
        });
        return Results.Ok(new QualityHits([.. (await blind.Shown(person, page.Hits)).Select(QualityHitView.Of)], page.More && page.Hits.Length > 0 ? page.Hits[^1].Family : null, page.Counts, page.Families));
    }

    private static async Task<IResult> Try(TriedBody body, Person person, QualityRegisters registers) => await DeclaredRules.Try(body.Expression.Trim()).Match(
        async rule =>
        {
            var page = await registers.Try(rule, new() { Scope = person.Scope(), Take = MostTried });
            return Results.Ok(new QualityHits([.. page.Hits.Select(QualityHitView.Of)], null, page.Counts, page.Families));
        },
        why => Task.FromResult(why.ToProblem()));

    private static async Task<IResult> Run(Person person, QualityRuns runs, DateOnly? asOf = null) => Results.Ok(await runs.Run(asOf, person.Scope()));

    private static async Task<IResult> Declare(string rule, RuleBody body, IdempotencyKey key, Person person, IGrainFactory grains, TimeProvider clock)
    {
        var declared = new DeclaredRule(rule, body.Sentence.Trim(), body.Expression.Trim(), body.Severity);
        return (await grains.Study().DeclareQualityRule(declared, person.Stamp(key, clock))).Match(_ => Results.Ok(declared), why => why.ToProblem());
    }

    private static async Task<IResult> Remove(string rule, IdempotencyKey key, Person person, IGrainFactory grains, TimeProvider clock) =>
        (await grains.Study().RemoveQualityRule(rule, person.Stamp(key, clock))).Match(_ => Results.NoContent(), why => why.ToProblem());

    private static async Task<IResult> State(ReliableChange body, IdempotencyKey key, Person person, IGrainFactory grains, TimeProvider clock) =>
        (await grains.Study().StateReliableChange(body, person.Stamp(key, clock))).Match(design => Results.Ok(design.ReliableChange), why => why.ToProblem());

    private static Task<IResult> Dismiss(string id, string rule, DismissalBody body, IdempotencyKey key, Person person, FamilyCommand command, IGrainFactory grains) =>
        command.Run(id, person, key, body.Reason, (family, stamp) => grains.Quality(family).Dismiss(rule, body.About, body.Digest, stamp));
}
