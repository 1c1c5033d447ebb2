using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Forms.DoubleEntry;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Quality;
using SosLongitudinal.Web.Api.Quality;
using SosLongitudinal.Web.Api.Shared;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Errors;

namespace SosLongitudinal.Web.Api.Forms;

/// <summary>One filled form: answers by item name; a missing one as <c>{"missing":"refused"}</c>. <c>reason</c> keeps a form that the design does not ask for, flagged.
/// Without <c>instrumentVersion</c> it is held against the version in force at the wave on its own day.</summary>
public sealed record FormBody(
    DateOnly CompletedOn, IReadOnlyDictionary<string, JsonElement> Answers, FormMode Mode = FormMode.Paper, string Language = "en", int? InstrumentVersion = null, string? Reason = null);

/// <summary>A saved form, with its scores by scale (<c>null</c>: too few items answered), their bands by scheme, the items whose answers were set aside as they do not apply, and what quality rules find in it.</summary>
public sealed record FormSaved(
    FamilyId Family, WaveCode Wave, InstrumentId Instrument, Party Subject, Party Respondent, int Version, int InstrumentVersion,
    DateTimeOffset EnteredAt, string EnteredBy, ImmutableArray<FormFlag> Flags,
    IReadOnlyDictionary<string, decimal?> Scores, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Bands, ImmutableArray<string> SetAside, IReadOnlyList<QualityHitView> Warnings)
{
    /// <summary>What was filled in; said where the form is read, not where it was just sent.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public Answers? Answers { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public DateOnly? CompletedOn { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public FormMode? Mode { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Language { get; init; }

    /// <summary>With its answers.</summary>
    public static FormSaved Read(FamilyId family, Form form, InstrumentDefinition instrument) =>
        Of(family, form, instrument) with { Answers = form.Answers, CompletedOn = form.CompletedOn, Mode = form.Mode, Language = form.Language };

    public static FormSaved Of(FamilyId family, Form form, InstrumentDefinition instrument, params IEnumerable<QualityHit> warnings)
    {
        var scores = Scoring.Score(instrument, form.Answers).Scales;
        return new(family, form.Place.Wave, form.Place.Instrument, form.Place.Subject, form.Place.Respondent, form.Version, form.InstrumentVersion, form.EnteredAt, form.EnteredBy, form.Flags,
            scores.ToDictionary(s => s.Name, s => s.Number),
            scores.Where(s => s.Bands.Length > 0).ToDictionary(s => s.Name, s => (IReadOnlyDictionary<string, string>)s.Bands.ToDictionary(b => b.Scheme, b => b.Word)),
            form.Trail?.Aside?.Shape.Names ?? [], [.. warnings.Select(QualityHitView.Of)]);
    }
}

public sealed record NotAchievedBody(NotAchievedReason Reason, DateOnly On, string? Note = null);

/// <summary>/families/{id}/forms: one form a place.</summary>
internal static class FormsApi
{
    public static void MapForms(this RouteGroupBuilder api)
    {
        var place = api.MapGroup("/families/{id}/forms/{wave}/{instrument}/{subject}/{respondent}").WithTags("Forms");
        place.MapPut("", Enter).Task("Api/Forms/Enter").Produces<FormSaved>(201).WithSummary("Enter one filled form");
        place.MapGet("", Read).Task("Api/Forms/Read").Produces<FormSaved>().WithSummary("One form: its answers, scores and who entered it when");
        place.MapPut("/not-achieved", MarkNotAchieved).Task("Api/Forms/NotAchieved").WithSummary("Record that a form will not come");
    }

    private static async Task<IResult> Enter(
        string id, WaveCode wave, InstrumentId instrument, Party subject, Party respondent, FormBody body, IdempotencyKey key, Person person, FamilyScope scope, IGrainFactory grains, StudyFrames frames, TimeProvider clock)
    {
        var found = await scope.Id(id, person);
        if (found is Decision<FamilyId>.Refused no) return no.Why.ToProblem();
        var family = ((Decision<FamilyId>.Accepted)found).Value;

        var frame = await frames.Current();
        if ((body.InstrumentVersion is { } version ? frame.Shelf.Find(instrument, version) : frame.InForce(instrument, wave, body.CompletedOn)) is not { } definition) return FormRefusals.UnknownInstrument(instrument).ToProblem();
        var held = AnswerRules.Check(definition, body.Answers ?? ImmutableDictionary<string, JsonElement>.Empty, FormMoment.On(body.CompletedOn, body.Language));
        if (held is not Decision<CheckedAnswers>.Accepted { Value: var kept }) return ((Decision<CheckedAnswers>.Refused)held).Why.ToProblem();

        var place = new FormPlace(wave, instrument, subject, respondent);
        var entry = new FormEntry(place, definition.Version, body.CompletedOn, body.Mode, body.Language ?? "", kept.Answers) { Aside = kept.Aside };
        var entered = await grains.Forms(family).Enter(entry, person.Stamp(key, clock, body.Reason));
        return entered.Match(receipt => Results.Created($"/api/v1/families/{family}/forms/{place}", FormSaved.Of(family, receipt.Form, definition, receipt.Warnings)), why => why.ToProblem());
    }

    private static async Task<IResult> Read(string id, WaveCode wave, InstrumentId instrument, Party subject, Party respondent, Person person, FamilyScope scope, StudyFrames frames, BlindEntry blind, TimeProvider clock)
    {
        var found = await scope.Family(id, person);
        if (found is not Decision<FamilyState>.Accepted { Value: var family }) return ((Decision<FamilyState>.Refused)found).Why.ToProblem();
        var frame = await frames.Current();
        if (family.FormAt(new(wave, instrument, subject, respondent)) is not { } form || frame.Shelf.Find(instrument, form.InstrumentVersion) is not { } definition) return FormRefusals.None.ToProblem();
        if (!FormUse.IsAllowed(frame, family, form, frame.Design.Today(clock.GetUtcNow()))) return FormRefusals.UseWithdrawn.ToProblem();
        return await blind.Hides(person, family.Id, form) ? SecondEntryRefusals.Hidden.ToProblem() : Results.Ok(FormSaved.Read(family.Id, form, definition));
    }

    private static Task<IResult> MarkNotAchieved(
        string id, WaveCode wave, InstrumentId instrument, Party subject, Party respondent, NotAchievedBody body, IdempotencyKey key, Person person, FamilyCommand command, IGrainFactory grains) =>
        command.Run(id, person, key, body.Note, (family, stamp) => grains.Forms(family).MarkNotAchieved(new(wave, instrument, subject, respondent), body.Reason, body.On, stamp));
}
