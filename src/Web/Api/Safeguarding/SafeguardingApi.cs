using System.Collections.Immutable;
using SosLongitudinal.Grains.Safeguarding;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Safeguarding;
using SosLongitudinal.Web.Api.Shared;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Errors;

namespace SosLongitudinal.Web.Api.Safeguarding;

/// <summary>Disclosures of harm: for coordinators and administrators of the site, and for whoever recorded one until it is passed on.</summary>
internal static class SafeguardingApi
{
    private const string Tag = "Disclosures of harm";

    public static void MapSafeguarding(this RouteGroupBuilder api)
    {
        var family = api.MapGroup("/families/{id}/disclosures").WithTags(Tag);
        family.MapGet("", List).Task("Api/Safeguarding/List").Produces<IEnumerable<DisclosureStanding>>().WithSummary("A family's disclosures that are yours to read, without what they say");
        family.MapPost("", Record).Task("Api/Safeguarding/Record").Produces<DisclosureStanding>(201).WithSummary("Record a disclosure of harm; it is sealed and in no data of the research");
        family.MapPost("/{number:int}/readings", Read).Task("Api/Safeguarding/Read").Produces<HarmDisclosure>().WithSummary("Read a disclosure; that you did is recorded");
        family.MapPost("/{number:int}/passings-on", PassOn).Task("Api/Safeguarding/Read").Produces<DisclosureStanding>().WithSummary("Record who was told of a disclosure, when, and what they said they would do");
        family.MapPost("/{number:int}/follow-ups", FollowUp).Task("Api/Safeguarding/Read").Produces<DisclosureStanding>().WithSummary("Record what happened after a disclosure");
        api.MapGet("/disclosures/not-passed-on", NotPassedOn).Task("Api/Safeguarding/Watch").Produces<IEnumerable<OpenConcernView>>().WithTags(Tag).WithSummary("Disclosures at your sites that nobody has passed on, by family and day");
    }

    private static async Task<IResult> List(string id, Person person, FamilyScope scope, IGrainFactory grains) =>
        (await Of(id, person, scope, family => grains.Disclosures(family).Standing(person.AsViewer(), person.Account.ToString()))).ToResult(all => Results.Ok(all));

    private static async Task<IResult> Record(string id, HeardBody body, IdempotencyKey key, Person person, FamilyScope scope, IGrainFactory grains, TimeProvider clock)
    {
        var stamp = person.Stamp(key, clock);
        var heard = new HeardHarm(body.Kind, body.Words.Trim(), body.About, body.By?.Trim() ?? stamp.By, body.On, body.At);
        return (await Of(id, person, scope, family => grains.Disclosures(family).Record(heard, person.AsViewer(), stamp))).ToResult(made => Results.Created($"/api/v1/families/{id}/disclosures", made));
    }

    private static async Task<IResult> Read(string id, int number, IdempotencyKey key, Person person, FamilyScope scope, IGrainFactory grains, TimeProvider clock) =>
        (await Of(id, person, scope, family => grains.Disclosures(family).Read(number, person.AsViewer(), person.Stamp(key, clock)))).ToResult(Results.Ok);

    private static async Task<IResult> PassOn(string id, int number, PassedOnBody body, IdempotencyKey key, Person person, FamilyScope scope, IGrainFactory grains, TimeProvider clock)
    {
        var stamp = person.Stamp(key, clock);
        var told = new PassedOnHarm(body.Role.Trim(), body.Name?.Trim() ?? "", body.Agency.Trim(), body.By?.Trim() ?? stamp.By, body.On, body.At, body.Said?.Trim() ?? "");
        return (await Of(id, person, scope, family => grains.Disclosures(family).PassOn(number, told, person.AsViewer(), stamp))).ToResult(Results.Ok);
    }

    private static async Task<IResult> FollowUp(string id, int number, FollowUpBody body, IdempotencyKey key, Person person, FamilyScope scope, IGrainFactory grains, TimeProvider clock)
    {
        var stamp = person.Stamp(key, clock);
        return (await Of(id, person, scope, family => grains.Disclosures(family).FollowUp(number, new(body.FollowedOn, stamp.By, body.FollowUp.Trim()), person.AsViewer(), stamp))).ToResult(Results.Ok);
    }

    private static async Task<IResult> NotPassedOn(Person person, OpenConcerns concerns) =>
        Results.Ok((await concerns.At(person.MaySee)).Select(c => new OpenConcernView(c.Family, c.Site, c.Disclosure.Number, c.Disclosure.On)));

    private static async Task<Decision<T>> Of<T>(string id, Person person, FamilyScope scope, Func<FamilyId, Task<Decision<T>>> go)
    {
        var found = await scope.Id(id, person);
        return found is Decision<FamilyId>.Accepted(var family) ? await go(family) : ((Decision<FamilyId>.Refused)found).Why;
    }
}
