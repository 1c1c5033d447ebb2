using System.Text.Json;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Grains.Tray;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Tray;
using SosLongitudinal.Web.Api.Shared;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Errors;

namespace SosLongitudinal.Web.Api.Tray;

/// <summary>A paper form without a family: its batch, box and day of receipt, and what is on it.</summary>
public sealed record TrayBody(
    string Batch, DateOnly ReceivedOn, string Box, InstrumentId Instrument, IReadOnlyDictionary<string, JsonElement> Answers,
    WaveCode? Wave = null, DateOnly? CompletedOn = null, string Language = "en", int? InstrumentVersion = null, string? Note = null);

/// <summary>Whose form it is.</summary>
public sealed record MatchBody(FamilyId Family, WaveCode Wave, Party Subject, Party Respondent, DateOnly CompletedOn, string? Why = null);

public sealed record DiscardBody(string Why);

/// <summary>/tray: forms that nobody could be found for yet.</summary>
internal static class TrayApi
{
    public static void MapTray(this RouteGroupBuilder api)
    {
        var tray = api.MapGroup("/tray").WithTags("Tray");
        tray.MapGet("", List).Task("Api/Tray/List").Produces<Page<TrayItem>>().WithSummary("Forms without a family at this person's sites");
        tray.MapPost("/{site}", Key).Task("Api/Tray/Key").Produces<TrayItem>(201).WithSummary("Key a form without an id into a site's tray");
        tray.MapPost("/{site}/{paper}/match", Match).Task("Api/Tray/Match").WithSummary("Enter a form of the tray into its family; safe to repeat");
        tray.MapPost("/{site}/{paper}/put-back", PutBack).Task("Api/Tray/Match").Produces<TrayItem>().WithSummary("Put a form back whose match stopped on the way");
        tray.MapPost("/{site}/{paper}/discard", Discard).Task("Api/Tray/Discard").Produces<TrayItem>().WithSummary("Give a form up, with a reason");
    }

    private static async Task<IResult> List(Person person, Trays trays, bool all = false) =>
        Results.Ok(new Page<TrayItem>([.. (await trays.Items(person.Scope())).Where(i => all || i.IsPending)], null));

    private static async Task<IResult> Key(SiteCode site, TrayBody body, IdempotencyKey key, Person person, Trays trays, StudyFrames frames, TimeProvider clock)
    {
        var frame = await frames.Current();
        if (!person.MaySee(site) || !frame.Sites.ContainsKey(site)) return Study.Sites.SiteRefusals.Unknown(site).ToProblem();
        if ((body.InstrumentVersion is { } version ? frame.Shelf.Find(body.Instrument, version) : frame.Shelf.Find(body.Instrument)) is not { } definition) return FormRefusals.UnknownInstrument(body.Instrument).ToProblem();
        var held = AnswerRules.Check(definition, body.Answers, FormMoment.On(body.CompletedOn ?? body.ReceivedOn));
        if (held is not Decision<CheckedAnswers>.Accepted(var kept)) return ((Decision<CheckedAnswers>.Refused)held).Why.ToProblem();
        var form = new TrayForm(body.Batch, body.ReceivedOn, body.Box, definition.Id, definition.Version, body.Language, kept.Answers) { Wave = body.Wave, CompletedOn = body.CompletedOn, Aside = kept.Aside, Note = body.Note };
        return (await trays.Key(site, form, person.Stamp(key, clock))).ToResult(item => Results.Created($"/api/v1/tray/{item.Id.Site}/{item.Id.Volume}.{item.Id.Number}", item));
    }

    private static async Task<IResult> Match(SiteCode site, string paper, MatchBody body, IdempotencyKey key, Person person, TrayMatching matching, Trays trays, FamilyScope scope, TimeProvider clock)
    {
        if (await Find(site, paper, person, trays) is not { } item) return TrayRefusals.Unknown.ToProblem();
        if (await scope.Id($"{body.Family}", person) is Decision<FamilyId>.Refused no) return no.Why.ToProblem();
        var match = new TrayMatch(body.Family, new(body.Wave, item.Form.Instrument, body.Subject, body.Respondent), body.CompletedOn);
        return (await matching.Match(item.Id, match, person.Stamp(key, clock, body.Why))).ToResult(receipt => Results.Ok(new { body.Family, Place = receipt.Form.Place, receipt.Form.Version }));
    }

    private static async Task<IResult> PutBack(SiteCode site, string paper, IdempotencyKey key, Person person, TrayMatching matching, Trays trays, TimeProvider clock) =>
        await Find(site, paper, person, trays) is { } item ? (await matching.PutBack(item.Id, person.Stamp(key, clock))).ToResult(Results.Ok) : TrayRefusals.Unknown.ToProblem();

    private static async Task<IResult> Discard(SiteCode site, string paper, DiscardBody body, IdempotencyKey key, Person person, IGrainFactory grains, Trays trays, TimeProvider clock) =>
        await Find(site, paper, person, trays) is { } item ? (await grains.Tray(item.Id).Discard(item.Id, person.Stamp(key, clock, body.Why))).ToResult(Results.Ok) : TrayRefusals.Unknown.ToProblem();

    private static async Task<TrayItem?> Find(SiteCode site, string paper, Person person, Trays trays) =>
        person.MaySee(site) && TrayItemId.TryParse($"{site}.{paper}", null, out var id) ? await trays.Find(id) : null;
}
