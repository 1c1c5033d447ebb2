using SosLongitudinal.Grains.Instruments;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Instruments;
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
        instruments.MapGet("/{instrument}/draft", Read).Task("Api/Instruments/Draft").Produces<InstrumentDefinition>().ProducesProblem(404).WithSummary("The draft's definition");
        instruments.MapPut("/{instrument}/draft", Put).Task("Api/Instruments/Draft").Accepts<InstrumentDefinition>("application/json").Produces<InstrumentView>().ProducesProblem(422)
            .WithSummary("Draft the next version, in place of a draft that is there; the body is the definition");
        instruments.MapDelete("/{instrument}/draft", Discard).Task("Api/Instruments/Draft").Produces<InstrumentView>().ProducesProblem(409).WithSummary("Discard the draft");
        instruments.MapGet("/{instrument}/compare", Compare).Task("Api/Instruments/Compare").Produces<ComparisonView>().ProducesProblem(409)
            .WithSummary("The draft against the newest version, item by item, with counts of the forms that each change touches");
        instruments.MapPost("/{instrument}/publish", Publish).Task("Api/Instruments/Publish").Produces<InstrumentView>().ProducesProblem(422).WithSummary("Publish the draft as the next version");
        instruments.MapPut("/{instrument}/in-force/{wave}", PutInForce).Task("Api/Instruments/InForce").Produces<InstrumentView>().ProducesProblem(404)
            .WithSummary("Put a version in force at a wave from a day");
    }

    private static async Task<IResult> Read(InstrumentId instrument, IGrainFactory grains) =>
        (await grains.Instrument(instrument).Read()).Draft is { } draft ? Results.Json(draft, InstrumentsApi.Json) : InstrumentRefusals.NoDraft.ToProblem();

    private static async Task<IResult> Put(InstrumentId instrument, HttpRequest request, IdempotencyKey key, Person person, IGrainFactory grains, TimeProvider clock)
    {
        var definition = DefinitionUpload.Of(await BodyText.Of(request, DefinitionUpload.MostCharacters));
        return definition is Decision<InstrumentDefinition>.Accepted { Value: var sent }
            ? Answer(await grains.Instrument(instrument).Draft(sent, person.Stamp(key, clock)))
            : ((Decision<InstrumentDefinition>.Refused)definition).Why.ToProblem();
    }

    private static async Task<IResult> Discard(InstrumentId instrument, IdempotencyKey key, Person person, IGrainFactory grains, TimeProvider clock) =>
        Answer(await grains.Instrument(instrument).Discard(person.Stamp(key, clock)));

    private static async Task<IResult> Compare(InstrumentId instrument, IGrainFactory grains, StudyFrames frames, FormTallies tallies)
    {
        var kept = await grains.Instrument(instrument).Read();
        return kept.Draft is { } draft
            ? Results.Ok(ComparisonView.Of(kept, draft, (await frames.Current()).Shelf, await tallies.Of(instrument)))
            : InstrumentRefusals.NoDraft.ToProblem();
    }

    private static async Task<IResult> Publish(InstrumentId instrument, IdempotencyKey key, Person person, IGrainFactory grains, TimeProvider clock) =>
        Answer(await grains.Instrument(instrument).Publish(person.Stamp(key, clock)));

    private static async Task<IResult> PutInForce(InstrumentId instrument, WaveCode wave, InForceBody body, IdempotencyKey key, Person person, IGrainFactory grains, TimeProvider clock) =>
        Answer(await grains.Instrument(instrument).PutInForce(wave, body.Version, body.From, person.Stamp(key, clock)));

    internal static IResult Answer(Decision<StudyInstrument> decision) => decision.Match(kept => Results.Ok(InstrumentView.Of(kept)), why => why.ToProblem());
}
