using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Sites;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Grains.Workers;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Sites;
using SosLongitudinal.Study.Workers;
using SosLongitudinal.Web.Api.Shared;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Errors;

namespace SosLongitudinal.Web.Api.Forms;

/// <summary>A form about a worker or a site as it is kept, with its scores by scale (<c>null</c>: too few items answered).</summary>
public sealed record UnitFormSaved(WaveCode Wave, InstrumentId Instrument, int InstrumentVersion, DateOnly CompletedOn, FormMode Mode, DateTimeOffset EnteredAt, string EnteredBy, IReadOnlyDictionary<string, decimal?> Scores)
{
    public static UnitFormSaved Of(UnitForm form, StudyFrame frame) => new(
        form.Entry.Wave, form.Entry.Instrument, form.Entry.InstrumentVersion, form.Entry.CompletedOn, form.Entry.Mode, form.EnteredAt, form.EnteredBy,
        Scoring.Score(frame.Shelf.Find(form.Entry.Instrument, form.Entry.InstrumentVersion)!, form.Entry.Answers).Scales.ToDictionary(s => s.Name, s => s.Number));
}

/// <summary>/workers/{worker}/forms and /sites/{site}/forms: one form a wave and instrument; sent again with a reason it replaces the one before.</summary>
internal static class UnitFormsApi
{
    private static readonly Refusal None = new("form.none-here", "No such form was entered here.", RefusalKind.NotFound);

    public static void MapUnitForms(this RouteGroupBuilder api)
    {
        var worker = api.MapGroup("/workers/{worker}/forms/{wave}/{workerForm}").WithTags("Forms");
        worker.MapPut("", EnterOfWorker).Task("Api/Workers/EnterForm").Produces<UnitFormSaved>().WithSummary("Enter one form about a social worker, or correct it with a reason");
        worker.MapGet("", ReadOfWorker).Task("Api/Workers/ReadForm").Produces<UnitFormSaved>().WithSummary("One form about a social worker, with its scores");
        var site = api.MapGroup("/sites/{site}/forms/{wave}/{siteForm}").WithTags("Forms");
        site.MapPut("", EnterOfSite).Task("Api/Sites/EnterForm").Produces<UnitFormSaved>().WithSummary("Enter one form about a site, or correct it with a reason");
        site.MapGet("", ReadOfSite).Task("Api/Sites/ReadForm").Produces<UnitFormSaved>().WithSummary("One form about a site, with its scores");
    }

    private static async Task<IResult> EnterOfWorker(
        string worker, WaveCode wave, [FromRoute(Name = "workerForm")] InstrumentId instrument, FormBody body, IdempotencyKey key, Person person, IGrainFactory grains, StudyFrames frames, TimeProvider clock)
    {
        var found = await Worker(worker, person, grains);
        if (found is Decision<SocialWorker>.Refused(var unknown)) return unknown.ToProblem();
        var (known, frame) = (((Decision<SocialWorker>.Accepted)found).Value, await frames.Current());
        return await Entry(frame, wave, instrument, body).Match(
            async entry => (await grains.Worker(known.Id).EnterForm(entry, person.Stamp(key, clock, body.Reason))).ToResult(w => Results.Ok(UnitFormSaved.Of(UnitFormRules.At(w.Forms, wave, instrument)!, frame))),
            why => Task.FromResult(why.ToProblem()));
    }

    private static async Task<IResult> ReadOfWorker(string worker, WaveCode wave, [FromRoute(Name = "workerForm")] InstrumentId instrument, Person person, IGrainFactory grains, StudyFrames frames)
    {
        var frame = await frames.Current();
        return (await Worker(worker, person, grains)).ToResult(known => UnitFormRules.At(known.Forms, wave, instrument) is { } form ? Results.Ok(UnitFormSaved.Of(form, frame)) : None.ToProblem());
    }

    private static async Task<IResult> EnterOfSite(
        SiteCode site, WaveCode wave, [FromRoute(Name = "siteForm")] InstrumentId instrument, FormBody body, IdempotencyKey key, Person person, IGrainFactory grains, StudyFrames frames, TimeProvider clock)
    {
        if (!person.MaySee(site)) return SiteRefusals.Unknown(site).ToProblem();
        var frame = await frames.Current();
        return await Entry(frame, wave, instrument, body).Match(
            async entry => (await grains.Site(site).EnterForm(entry, person.Stamp(key, clock, body.Reason))).ToResult(s => Results.Ok(UnitFormSaved.Of(UnitFormRules.At(s.Forms, wave, instrument)!, frame))),
            why => Task.FromResult(why.ToProblem()));
    }

    private static async Task<IResult> ReadOfSite(SiteCode site, WaveCode wave, [FromRoute(Name = "siteForm")] InstrumentId instrument, Person person, StudyFrames frames)
    {
        var frame = await frames.Current();
        if (!person.MaySee(site) || frame.Sites.GetValueOrDefault(site) is not { } known) return SiteRefusals.Unknown(site).ToProblem();
        return UnitFormRules.At(known.Forms, wave, instrument) is { } form ? Results.Ok(UnitFormSaved.Of(form, frame)) : None.ToProblem();
    }

    private static Decision<UnitFormEntry> Entry(StudyFrame frame, WaveCode wave, InstrumentId instrument, FormBody body)
    {
        var definition = body.InstrumentVersion is { } version ? frame.Shelf.Find(instrument, version) : frame.InForce(instrument, wave, body.CompletedOn);
        if (definition is null) return FormRefusals.UnknownInstrument(instrument);
        return AnswerRules.Check(definition, body.Answers ?? ImmutableDictionary<string, JsonElement>.Empty, FormMoment.On(body.CompletedOn))
            .Select(held => new UnitFormEntry(wave, instrument, definition.Version, body.CompletedOn, body.Mode, body.Language ?? "", held.Answers) { Aside = held.Aside });
    }

    /// <summary>A worker at a site that the person may not see does not exist for them.</summary>
    private static async Task<Decision<SocialWorker>> Worker(string text, Person person, IGrainFactory grains)
    {
        if (!WorkerId.TryParse(text, null, out var id)) return WorkerRefusals.NotAnId;
        return await grains.Worker(id).Read() is { } worker && person.MaySee(worker.Site) ? worker : WorkerRefusals.Unknown(id);
    }
}
