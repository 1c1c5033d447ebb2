using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Instruments;
using SosLongitudinal.Study.Instruments.LifeCycle;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Api.Shared;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Errors;

namespace SosLongitudinal.Web.Api.Instruments;

/// <summary>The concordance.</summary>
internal static class LinksApi
{
    public static void MapLinks(this RouteGroupBuilder instruments)
    {
        instruments.MapGet("/{instrument}/links", Read).Task("Api/Instruments/Read").Produces<LinksBody>().WithSummary("The whole concordance, with the revision that a declaration of it names")
            .WithDescription("The revision stands in the ETag header and as \"revision\" in the text; 0 before the first.");
        instruments.MapPut("/{instrument}/links", Put).Task("Api/Instruments/Links").Produces<InstrumentView>().ProducesProblem(409).ProducesProblem(422)
            .WithSummary("Declare the whole concordance: how items of earlier versions, or of one wave, stand to those of later ones")
            .WithDescription("If-Match or \"revision\" in the body says which revision it was made from: links that others declared since then stay, and one that both changed is refused (409, instrument.links-changed) with who, when and both texts; "
                + "sent again with mine=link:noise@1-2 or theirs=link:noise@1-2 for each, and seen=N, the revision that the refusal names, it is saved. Without a revision, or with If-Match: *, it takes the place of whatever is there.");
    }

    private static async Task<IResult> Read(InstrumentId instrument, IGrainFactory grains, HttpResponse response)
    {
        var kept = await grains.Instrument(instrument).Read();
        var revision = kept.LinksBy?.Revision ?? 0;
        response.Headers.ETag = $"\"{revision}\"";
        return Results.Json(new LinksBody(kept.Links, revision), InstrumentsApi.Json);
    }

    private static async Task<IResult> Put(
        InstrumentId instrument, LinksBody body, HttpRequest request, IdempotencyKey key, Person person, IGrainFactory grains, TimeProvider clock, [FromQuery] string[]? mine = null, [FromQuery] string[]? theirs = null, int seen = 0)
    {
        if (body.Links.IsDefault || body.Links.Any(l => l is not { Item: not null })) return InstrumentRefusals.BadLink("links", "Send all links of the concordance, each with its item.").ToProblem();
        return await DraftApi.BasisOf(request, body.Revision).Match(
            async basis => DraftApi.Answer(await grains.InstrumentLists(instrument).DeclareLinks(
                [.. body.Links.Select(l => l.Recode.IsDefault ? l with { Recode = [] } : l)], basis with { Seen = seen, Mine = [.. mine ?? []], Theirs = [.. theirs ?? []] }, person.Stamp(key, clock))),
            why => Task.FromResult(why.ToProblem()));
    }
}
