using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Grains.Tray;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Tray;
using SosLongitudinal.Web.Api.Instruments;
using SosLongitudinal.Web.Api.Shared;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Errors;

namespace SosLongitudinal.Web.Api.Tray;

/// <summary>A paper form without a family: its batch, box and day of receipt, and what is on it.</summary>
public sealed record TrayBody(
    string Batch, DateOnly ReceivedOn, string Box, InstrumentId Instrument, IReadOnlyDictionary<string, JsonElement> Answers,
    WaveCode? Wave = null, DateOnly? CompletedOn = null, string Language = "en", int? InstrumentVersion = null, string? Note = null)
{
    /// <summary>For a change: the revision that it was begun on, 0 where it was keyed from the paper.</summary>
    public int? Revision { get; init; }

    /// <summary>For a change: the reason.</summary>
    public string? Why { get; init; }

    internal Decision<TrayForm> Form(InstrumentDefinition definition) => AnswerRules.Check(definition, Answers, FormMoment.On(CompletedOn ?? ReceivedOn)).Select(held =>
        new TrayForm(Batch, ReceivedOn, Box, definition.Id, definition.Version, Language, held.Answers) { Wave = Wave, CompletedOn = CompletedOn, Aside = held.Aside, Note = Note });
}

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
        tray.MapPost("/{site}", Key).Task("Api/Tray/Key").Produces<TrayItem>(201).ProducesProblem(409).ProducesProblem(422).WithSummary("Key a form without an id into a site's tray")
            .WithDescription("Where a form that waits there looks like it (the same instrument, batch, box and day, three of four answers the same) it is refused (409, tray.keyed-already) with each value that differs, both ways. "
                + "another=true says that it is another paper; the same paper is changed with PUT at revision 0.");
        tray.MapPut("/{site}/{paper}", Change).Task("Api/Tray/Key").Produces<TrayItem>().ProducesProblem(409).ProducesProblem(422).WithSummary("Read a form that waits once more, with a reason (why)")
            .WithDescription("If-Match or \"revision\" in the body says which revision it was begun on; 0 is from the paper, without knowing what was keyed. What others changed since then elsewhere stays. A value that both have differently is refused "
                + "(409, tray.changed) with both; sent again with mine=item:consid or theirs=item:consid for each, and seen=N, the revision that the refusal names, it is saved.");
        tray.MapPost("/{site}/{paper}/match", Match).Task("Api/Tray/Match").WithSummary("Enter a form of the tray into its family; safe to repeat");
        tray.MapPost("/{site}/{paper}/put-back", PutBack).Task("Api/Tray/Match").Produces<TrayItem>().WithSummary("Put a form back whose match stopped on the way");
        tray.MapPost("/{site}/{paper}/discard", Discard).Task("Api/Tray/Discard").Produces<TrayItem>().WithSummary("Give a form up, with a reason");
    }

    private static async Task<IResult> List(Person person, Trays trays, bool all = false) =>
        Results.Ok(new Page<TrayItem>([.. (await trays.Items(person.Scope())).Where(i => all || i.IsPending)], null));

    private static async Task<IResult> Key(SiteCode site, TrayBody body, IdempotencyKey key, Person person, Trays trays, StudyFrames frames, TimeProvider clock, bool another = false)
    {
        var frame = await frames.Current();
        if (!person.MaySee(site) || !frame.Sites.ContainsKey(site)) return Study.Sites.SiteRefusals.Unknown(site).ToProblem();
        if ((body.InstrumentVersion is { } version ? frame.Shelf.Find(body.Instrument, version) : frame.Shelf.Find(body.Instrument)) is not { } definition) return FormRefusals.UnknownInstrument(body.Instrument).ToProblem();
        return await body.Form(definition).Match(
            async form => (await trays.Key(site, form, person.Stamp(key, clock), another)).ToResult(item => Results.Created($"/api/v1/tray/{item.Id.Site}/{item.Id.Volume}.{item.Id.Number}", item)),
            why => Task.FromResult(why.ToProblem()));
    }

    private static async Task<IResult> Change(
        SiteCode site, string paper, TrayBody body, HttpRequest request, IdempotencyKey key, Person person, IGrainFactory grains, Trays trays, StudyFrames frames, TimeProvider clock,
        [FromQuery] string[]? mine = null, [FromQuery] string[]? theirs = null, int seen = 0)
    {
        if (await Find(site, paper, person, trays) is not { } item) return TrayRefusals.Unknown.ToProblem();
        if (body.Instrument != item.Form.Instrument || (await frames.Current()).Shelf.Find(item.Form.Instrument, item.Form.InstrumentVersion) is not { } definition) return TrayRefusals.OtherInstrument.ToProblem();
        return await body.Form(definition).Then(form => DraftApi.BasisOf(request, body.Revision).Select(basis => (form, basis))).Match(
            async sent => (await grains.Tray(item.Id).Change(item.Id, sent.form, sent.basis with { Seen = seen, Mine = [.. mine ?? []], Theirs = [.. theirs ?? []] }, person.Stamp(key, clock, body.Why))).ToResult(Results.Ok),
            why => Task.FromResult(why.ToProblem()));
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
