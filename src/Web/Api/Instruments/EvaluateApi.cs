using System.Text.Json;
using SosLongitudinal.Grains.Instruments;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Errors;

namespace SosLongitudinal.Web.Api.Instruments;

/// <summary>A form so far: typed answers by item name, or text as keyed. <c>completedOn</c> is what <c>today()</c> means; without it, the study's today.</summary>
public sealed record EvaluateBody(
    IReadOnlyDictionary<string, JsonElement>? Answers = null, IReadOnlyDictionary<string, string?>? Keyed = null, DateOnly? CompletedOn = null, int? Version = null, string? Language = null);

/// <summary>/instruments/{instrument}/evaluate: works a form out and keeps nothing. A page's script may ask by its cookie.</summary>
internal static class EvaluateApi
{
    public static void MapEvaluate(this RouteGroupBuilder api) =>
        api.MapPost("/instruments/{instrument}/evaluate", Evaluate).Task("Api/Instruments/Evaluate").Produces<FormLookView>().WithTags("Instruments")
            .WithSummary("What applies, is computed, does not fit and scores on a form so far");

    private static async Task<IResult> Evaluate(InstrumentId instrument, EvaluateBody body, StudyFrames frames, IGrainFactory grains, TimeProvider clock)
    {
        var frame = await frames.Current();
        if ((body.Version is { } version ? frame.Shelf.Find(instrument, version) ?? await Drafted(grains, instrument, version) : frame.Shelf.Find(instrument)) is not { } definition) return FormRefusals.UnknownInstrument(instrument).ToProblem();
        var now = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(frame.Design.TimeZone)).DateTime;
        var at = new FormMoment(body.CompletedOn ?? DateOnly.FromDateTime(now), now) { Language = body.Language };
        var look = body.Keyed is { } keyed ? AnswerRules.Look(definition, keyed, at) : AnswerRules.Look(definition, body.Answers ?? new Dictionary<string, JsonElement>(), at);
        return Results.Ok(FormLookView.Of(definition, look));
    }

    /// <summary>A draft is tried out before it is published.</summary>
    private static async Task<InstrumentDefinition?> Drafted(IGrainFactory grains, InstrumentId instrument, int version) =>
        (await grains.Instrument(instrument).Read()).Draft is { } draft && draft.Version == version ? draft : null;
}
