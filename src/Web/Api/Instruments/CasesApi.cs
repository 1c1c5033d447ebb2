using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Instruments;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Instruments.Cases;
using SosLongitudinal.Study.Instruments.LifeCycle;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Api.Shared;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Errors;

namespace SosLongitudinal.Web.Api.Instruments;

/// <summary>The test cases.</summary>
internal static class CasesApi
{
    private const int LongestCases = 4 << 20;

    private const int LongestCase = 256 << 10;

    public static void MapCases(this RouteGroupBuilder instruments)
    {
        instruments.MapGet("/{instrument}/cases", Read)
            .Task("Api/Instruments/Read").Produces<ImmutableArray<TestCase>>().WithSummary("The test cases").WithDescription("Their revision stands in the ETag header, and as casesRevision in the instrument's versions; 0 before the first.");
        instruments.MapPut("/{instrument}/cases", Put).Task("Api/Instruments/Cases").Accepts<List<TestCase>>("application/json").Produces<InstrumentView>().ProducesProblem(409).ProducesProblem(422)
            .WithSummary("Declare all test cases: answers, and what must come of them")
            .WithDescription("The body is the list, or {\"revision\":7,\"cases\":[...]}. If-Match or that revision says which one it was made from: cases that others declared or changed since then stay, and one that both changed is refused "
                + "(409, instrument.cases-changed) with who, when and both texts; sent again with mine=case:NAME or theirs=case:NAME for each, and seen=N, the revision that the refusal names, it is saved. "
                + "Without a revision, or with If-Match: *, it takes the place of whatever is there.");
        instruments.MapPost("/{instrument}/cases", Add).Task("Api/Instruments/Cases").Accepts<SentCase>("application/json").Produces<TestCase>().ProducesProblem(409).ProducesProblem(422)
            .WithSummary("Add one test case; where the body expects nothing, what comes of its answers now is what is expected")
            .WithDescription("answers are typed; keyed are texts by item name in their place. It is worked out on the draft, or where there is none on the newest version. replace=true puts it in the place of one of its name; with If-Match only where that one is as it was at that revision.");
        instruments.MapDelete("/{instrument}/cases", Drop).Task("Api/Instruments/Cases").Produces<InstrumentView>().ProducesProblem(404).ProducesProblem(409).WithSummary("Take one test case out, by its name; with If-Match only where it is as it was at that revision");
        instruments.MapPost("/{instrument}/cases/run", Run).Task("Api/Instruments/Run").Produces<Page<CaseView>>().ProducesProblem(404)
            .WithSummary("Run the test cases on the draft, or where there is none on the newest version; or on version=N");
    }

    private static async Task<IResult> Read(InstrumentId instrument, IGrainFactory grains, HttpResponse response)
    {
        var kept = await grains.Instrument(instrument).Read();
        response.Headers.ETag = $"\"{kept.CasesBy?.Revision ?? 0}\"";
        return Results.Json(kept.Cases, InstrumentsApi.Json);
    }

    private static async Task<IResult> Put(
        InstrumentId instrument, HttpRequest request, IdempotencyKey key, Person person, IGrainFactory grains, TimeProvider clock, [FromQuery] string[]? mine = null, [FromQuery] string[]? theirs = null, int seen = 0) =>
        await CaseFile.Revised(await BodyText.Of(request, LongestCases)).Then(sent => DraftApi.BasisOf(request, sent.Revision).Select(basis => (sent.Cases, Basis: basis with { Seen = seen, Mine = [.. mine ?? []], Theirs = [.. theirs ?? []] }))).Match(
            async sent => DraftApi.Answer(await grains.InstrumentLists(instrument).DeclareCases(sent.Cases, sent.Basis, person.Stamp(key, clock))),
            why => Task.FromResult(why.ToProblem()));

    private static async Task<IResult> Add(InstrumentId instrument, HttpRequest request, IdempotencyKey key, Person person, IGrainFactory grains, StudyFrames frames, TimeProvider clock, bool replace = false)
    {
        var kept = await grains.Instrument(instrument).Read();
        if ((kept.Draft ?? kept.Newest()) is not { } definition) return InstrumentRefusals.Unknown(instrument).ToProblem();
        var today = (await frames.Current()).Design.Today(clock.GetUtcNow());
        var read = SentCase.Read(await BodyText.Of(request, LongestCase)).Then(sent => sent.For(definition, today)).Then(made => DraftApi.BasisOf(request, null).Select(basis => (made, basis)));
        return await read.Match(
            async sent => (await grains.InstrumentLists(instrument).AddCase(sent.made, replace, sent.basis, person.Stamp(key, clock))).ToResult(_ => Results.Json(sent.made, InstrumentsApi.Json)),
            why => Task.FromResult(why.ToProblem()));
    }

    private static async Task<IResult> Drop(InstrumentId instrument, string name, HttpRequest request, IdempotencyKey key, Person person, IGrainFactory grains, TimeProvider clock) =>
        await DraftApi.BasisOf(request, null).Match(
            async basis => DraftApi.Answer(await grains.InstrumentLists(instrument).DropCase(name, basis, person.Stamp(key, clock))),
            why => Task.FromResult(why.ToProblem()));

    private static async Task<IResult> Run(InstrumentId instrument, IGrainFactory grains, StudyFrames frames, int? version = null)
    {
        var kept = await grains.Instrument(instrument).Read();
        if ((version is { } one ? (await frames.Current()).Shelf.Find(instrument, one) : kept.Draft ?? kept.Newest()) is not { } definition)
            return (version is { } missing ? InstrumentRefusals.UnknownVersion(instrument, missing) : InstrumentRefusals.Unknown(instrument)).ToProblem();
        return Results.Ok(new Page<CaseView>([.. CaseRun.Of(definition, kept.Cases).Select(r => new CaseView(r.Name, r.Holds, r.Faults))], null));
    }
}
