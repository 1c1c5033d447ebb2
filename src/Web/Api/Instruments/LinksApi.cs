using System.Collections.Immutable;
using SosLongitudinal.Grains.Instruments;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Instruments.Cases;
using SosLongitudinal.Study.Instruments.LifeCycle;
using SosLongitudinal.Study.Instruments.Linking;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Api.Shared;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Errors;

namespace SosLongitudinal.Web.Api.Instruments;

/// <summary>The concordance, and the test cases.</summary>
internal static class LinksApi
{
    private const int LongestCases = 4 << 20;

    private const int LongestCase = 256 << 10;

    public static void MapLinks(this RouteGroupBuilder instruments) =>
        instruments.MapPut("/{instrument}/links", PutLinks).Task("Api/Instruments/Links").Produces<InstrumentView>().ProducesProblem(409).ProducesProblem(422)
            .WithSummary("Declare the whole concordance: how items of earlier versions, or of one wave, stand to those of later ones; with If-Match only where linksRevision of the instrument's versions is still that");

    public static void MapCases(this RouteGroupBuilder instruments)
    {
        instruments.MapGet("/{instrument}/cases", ReadCases)
            .Task("Api/Instruments/Read").Produces<ImmutableArray<TestCase>>().WithSummary("The test cases");
        instruments.MapPut("/{instrument}/cases", PutCases).Task("Api/Instruments/Cases").Accepts<List<TestCase>>("application/json").Produces<InstrumentView>().ProducesProblem(409).ProducesProblem(422)
            .WithSummary("Declare all test cases: answers, and what must come of them; with If-Match only where they are still those of that ETag");
        instruments.MapPost("/{instrument}/cases", AddCase).Task("Api/Instruments/Cases").Accepts<SentCase>("application/json").Produces<TestCase>().ProducesProblem(409).ProducesProblem(422)
            .WithSummary("Add one test case; where the body expects nothing, what comes of its answers now is what is expected")
            .WithDescription("answers are typed; keyed are texts by item name in their place. It is worked out on the draft, or where there is none on the newest version. replace=true puts it in the place of one of its name.");
        instruments.MapDelete("/{instrument}/cases", DropCase).Task("Api/Instruments/Cases").Produces<InstrumentView>().ProducesProblem(404).WithSummary("Take one test case out, by its name");
        instruments.MapPost("/{instrument}/cases/run", Run).Task("Api/Instruments/Run").Produces<Page<CaseView>>().ProducesProblem(404)
            .WithSummary("Run the test cases on the draft, or where there is none on the newest version; or on version=N");
    }

    private static async Task<IResult> ReadCases(InstrumentId instrument, IGrainFactory grains, HttpResponse response)
    {
        var kept = await grains.Instrument(instrument).Read();
        response.Headers.ETag = $"\"{kept.CasesBy?.Revision ?? 0}\"";
        return Results.Json(kept.Cases, InstrumentsApi.Json);
    }

    private static async Task<IResult> PutLinks(InstrumentId instrument, LinksBody body, HttpRequest request, IdempotencyKey key, Person person, IGrainFactory grains, TimeProvider clock)
    {
        if (body.Links.IsDefault || body.Links.Any(l => l is not { Item: not null })) return InstrumentRefusals.BadLink("links", "Send all links of the concordance, each with its item.").ToProblem();
        ImmutableArray<ItemLink> links = [.. body.Links.Select(l => l.Recode.IsDefault ? l with { Recode = [] } : l)];
        return await DraftApi.Looked(request, async seen => DraftApi.Answer(await grains.Instrument(instrument).DeclareLinks(links, person.Stamp(key, clock), seen)));
    }

    private static async Task<IResult> PutCases(InstrumentId instrument, HttpRequest request, IdempotencyKey key, Person person, IGrainFactory grains, TimeProvider clock)
    {
        var cases = CaseFile.Read(await BodyText.Of(request, LongestCases));
        return cases is Decision<ImmutableArray<TestCase>>.Accepted { Value: var sent }
            ? await DraftApi.Looked(request, async seen => DraftApi.Answer(await grains.Instrument(instrument).DeclareCases(sent, person.Stamp(key, clock), seen)))
            : ((Decision<ImmutableArray<TestCase>>.Refused)cases).Why.ToProblem();
    }

    private static async Task<IResult> AddCase(InstrumentId instrument, HttpRequest request, IdempotencyKey key, Person person, IGrainFactory grains, StudyFrames frames, TimeProvider clock, bool replace = false)
    {
        var kept = await grains.Instrument(instrument).Read();
        if ((kept.Draft ?? kept.Newest()) is not { } definition) return InstrumentRefusals.Unknown(instrument).ToProblem();
        var today = (await frames.Current()).Design.Today(clock.GetUtcNow());
        var read = SentCase.Read(await BodyText.Of(request, LongestCase)).Then(sent => sent.For(definition, today));
        return read is Decision<TestCase>.Accepted { Value: var made }
            ? (await grains.Instrument(instrument).AddCase(made, replace, person.Stamp(key, clock))).ToResult(_ => Results.Json(made, InstrumentsApi.Json))
            : ((Decision<TestCase>.Refused)read).Why.ToProblem();
    }

    private static async Task<IResult> DropCase(InstrumentId instrument, string name, IdempotencyKey key, Person person, IGrainFactory grains, TimeProvider clock) =>
        DraftApi.Answer(await grains.Instrument(instrument).DropCase(name, person.Stamp(key, clock)));

    private static async Task<IResult> Run(InstrumentId instrument, IGrainFactory grains, StudyFrames frames, int? version = null)
    {
        var kept = await grains.Instrument(instrument).Read();
        if ((version is { } one ? (await frames.Current()).Shelf.Find(instrument, one) : kept.Draft ?? kept.Newest()) is not { } definition)
            return (version is { } missing ? InstrumentRefusals.UnknownVersion(instrument, missing) : InstrumentRefusals.Unknown(instrument)).ToProblem();
        return Results.Ok(new Page<CaseView>([.. CaseRun.Of(definition, kept.Cases).Select(r => new CaseView(r.Name, r.Holds, r.Faults))], null));
    }
}
