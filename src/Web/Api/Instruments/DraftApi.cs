using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Instruments;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Instruments.Drafting.Joining;
using SosLongitudinal.Study.Instruments.LifeCycle;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Api.Shared;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Errors;

namespace SosLongitudinal.Web.Api.Instruments;

/// <summary>From a draft to a version in force.</summary>
internal static class DraftApi
{
    public static void MapDraft(this RouteGroupBuilder instruments)
    {
        instruments.MapGet("/{instrument}/draft", Read).Task("Api/Instruments/Draft").Produces<InstrumentDefinition>().ProducesProblem(404).WithSummary("The draft's definition, with the revision that a save of it names")
            .WithDescription("The revision stands in the ETag header and as \"revision\" in the text.");
        instruments.MapPut("/{instrument}/draft", Put).Task("Api/Instruments/Draft").Accepts<InstrumentDefinition>("application/json").Produces<InstrumentView>().ProducesProblem(409).ProducesProblem(422)
            .WithSummary("Draft the next version; the body is the definition")
            .WithDescription("Where a draft is there, If-Match or \"revision\" in the body says which revision this one was made from; If-Match: * puts it in the place of whatever is there. What others changed since then elsewhere stays. "
                + "A part that both changed is refused (409, instrument.draft-overtaken) with who, when and both texts; sent again with mine=item:noise or theirs=item:noise for each such part, and seen=N, the revision that the refusal names, it is saved.");
        instruments.MapDelete("/{instrument}/draft", Discard).Task("Api/Instruments/Draft").Produces<InstrumentView>().ProducesProblem(409).WithSummary("Discard the draft; with If-Match only where it is still at that revision");
        instruments.MapGet("/{instrument}/compare", Compare).Task("Api/Instruments/Compare").Produces<ComparisonView>().ProducesProblem(409)
            .WithSummary("The draft against the newest version, item by item, with counts of the forms that each change touches");
        instruments.MapPost("/{instrument}/publish", Publish).Task("Api/Instruments/Publish").Produces<InstrumentView>().ProducesProblem(422).ProducesProblem(409).WithSummary("Publish the draft as the next version; with If-Match only where it is still at that revision");
        instruments.MapPut("/{instrument}/in-force/{wave}", PutInForce).Task("Api/Instruments/InForce").Produces<InstrumentView>().ProducesProblem(404)
            .WithSummary("Put a version in force at a wave from a day");
    }

    private static async Task<IResult> Read(InstrumentId instrument, IGrainFactory grains, HttpResponse response)
    {
        var kept = await grains.Instrument(instrument).Read();
        if (kept.Draft is not { } draft) return InstrumentRefusals.NoDraft.ToProblem();
        response.Headers.ETag = $"\"{kept.DraftRevision}\"";
        return Results.Json(RevisedText.Of(draft, kept.DraftRevision), InstrumentsApi.Json);
    }

    private static async Task<IResult> Put(
        InstrumentId instrument, HttpRequest request, IdempotencyKey key, Person person, IGrainFactory grains, TimeProvider clock, [FromQuery] string[]? mine = null, [FromQuery] string[]? theirs = null, int seen = 0)
    {
        var sent = DefinitionUpload.Revised(await BodyText.Of(request, DefinitionUpload.MostCharacters)).Then(text => BasisOf(request, text.Revision).Select(basis => (text.Definition, Basis: basis)));
        return sent is Decision<(InstrumentDefinition Definition, DraftBasis Basis)>.Accepted { Value: var (definition, began) }
            ? Answer(await grains.Instrument(instrument).Revise(definition, began with { Seen = seen, Mine = [.. mine ?? []], Theirs = [.. theirs ?? []] }, person.Stamp(key, clock)))
            : ((Decision<(InstrumentDefinition, DraftBasis)>.Refused)sent).Why.ToProblem();
    }

    private static async Task<IResult> Discard(InstrumentId instrument, HttpRequest request, IdempotencyKey key, Person person, IGrainFactory grains, TimeProvider clock) =>
        await Looked(request, async seen => Answer(await grains.Instrument(instrument).Discard(person.Stamp(key, clock), seen)));

    private static async Task<IResult> Compare(InstrumentId instrument, IGrainFactory grains, StudyFrames frames, FormTallies tallies)
    {
        var kept = await grains.Instrument(instrument).Read();
        return kept.Draft is { } draft
            ? Results.Ok(ComparisonView.Of(kept, draft, (await frames.Current()).Shelf, await tallies.Of(instrument)))
            : InstrumentRefusals.NoDraft.ToProblem();
    }

    private static async Task<IResult> Publish(InstrumentId instrument, HttpRequest request, IdempotencyKey key, Person person, IGrainFactory grains, TimeProvider clock) =>
        await Looked(request, async seen => Answer(await grains.Instrument(instrument).Publish(person.Stamp(key, clock), seen)));

    /// <summary>Goes on with the revision that If-Match names; without one, or with <c>*</c>, with none.</summary>
    internal static Task<IResult> Looked(HttpRequest request, Func<int?, Task<IResult>> go) =>
        BasisOf(request, null).Match(basis => go(basis.On), why => Task.FromResult(why.ToProblem()));

    /// <summary>The header goes before the text: whoever sends it means it.</summary>
    internal static Decision<DraftBasis> BasisOf(HttpRequest request, int? inText)
    {
        var header = request.Headers.IfMatch.ToString().Trim();
        if (header.Length == 0) return new DraftBasis(inText);
        if (header == "*") return DraftBasis.Whatever;
        return int.TryParse((header.StartsWith("W/", StringComparison.Ordinal) ? header[2..] : header).Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var revision) ? new DraftBasis(revision) : InstrumentRefusals.NoRevision(header);
    }

    private static async Task<IResult> PutInForce(InstrumentId instrument, WaveCode wave, InForceBody body, IdempotencyKey key, Person person, IGrainFactory grains, TimeProvider clock) =>
        Answer(await grains.Instrument(instrument).PutInForce(wave, body.Version, body.From, person.Stamp(key, clock)));

    internal static IResult Answer(Decision<StudyInstrument> decision) => decision.Match(kept => Results.Ok(InstrumentView.Of(kept)), why => why.ToProblem());
}
