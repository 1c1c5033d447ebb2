using System.Collections.Immutable;
using System.Text.Json;
using SosLongitudinal.Grains.Instruments;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Instruments.LifeCycle;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Api.Shared;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Errors;

namespace SosLongitudinal.Web.Api.Instruments;

/// <summary>/instruments: what the study asks, version by version.</summary>
internal static class InstrumentsApi
{
    internal static readonly JsonSerializerOptions Json = new(FactJson.Options);

    public static void MapInstruments(this RouteGroupBuilder api)
    {
        var all = api.MapGroup("/instruments").WithTags("Instruments");
        all.MapGet("", List).Task("Api/Instruments/List").Produces<Page<InstrumentItem>>().WithSummary("The instruments, each in its newest version");
        all.MapGet("/{instrument}", Read).Task("Api/Instruments/Read").Produces<InstrumentDefinition>().ProducesProblem(404).WithSummary("One instrument's definition: the newest version, version=N, or the one in force at wave=W on=DAY");
        all.MapGet("/{instrument}/versions", Versions).Task("Api/Instruments/Read").Produces<InstrumentView>().ProducesProblem(404).WithSummary("One instrument's versions, draft, links and what is in force where");
        all.MapDraft();
        all.MapLinks();
        all.MapCases();
    }

    private static async Task<IResult> List(StudyFrames frames)
    {
        var frame = await frames.Current();
        var drafted = frame.Instruments.All.Values.Where(i => i.Newest() is null && i.Draft is not null).Select(i => i.Draft!);
        return Results.Ok(new Page<InstrumentItem>([.. frame.Shelf.Newest.Concat(drafted).OrderBy(d => d.Id).Select(d => InstrumentItem.Of(d, frame.Instruments.Of(d.Id)))], null));
    }

    private static async Task<IResult> Read(InstrumentId instrument, StudyFrames frames, int? version = null, WaveCode? wave = null, DateOnly? on = null)
    {
        var frame = await frames.Current();
        var shelf = frame.Shelf;
        if (shelf.Find(instrument) is null) return InstrumentRefusals.Unknown(instrument).ToProblem();
        if (version is null && wave is { } at && on is { } day && frame.InForce(instrument, at, day) is { } inForce) return Results.Json(inForce, Json);
        return (version is { } one ? shelf.Find(instrument, one) : shelf.Find(instrument)) is { } definition
            ? Results.Json(definition, Json)
            : InstrumentRefusals.UnknownVersion(instrument, version!.Value).ToProblem();
    }

    private static async Task<IResult> Versions(InstrumentId instrument, IGrainFactory grains) =>
        await grains.Instrument(instrument).Read() is { } kept && (kept.Newest() ?? kept.Draft) is not null ? Results.Ok(InstrumentView.Of(kept)) : InstrumentRefusals.Unknown(instrument).ToProblem();
}
