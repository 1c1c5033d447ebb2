using System.Collections.Immutable;
using System.Text.Json;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Grains.Registers.DoubleEntry;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Forms.DoubleEntry;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Api.Shared;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Errors;

namespace SosLongitudinal.Web.Api.DoubleEntry;

/// <summary>Forms that are entered twice: the second entry, what it differs in, and settling that.</summary>
internal static class DoubleEntryApi
{
    private const string Tag = "Double entry";

    public static void MapDoubleEntry(this RouteGroupBuilder api)
    {
        var place = api.MapGroup("/families/{id}/forms/{wave}/{instrument}/{subject}/{respondent}").WithTags(Tag);
        place.MapGet("/second", Asked).Task("Api/Forms/EnterSecond").Produces<SecondAsked>().WithSummary("What a second entry is made by: the first's version, who keyed it and how it stands; nothing of what it says");
        place.MapPut("/second", Enter).Task("Api/Forms/EnterSecond").Produces<SecondSaved>(201).WithSummary("Enter a form of the sample a second time");
        place.MapGet("/differences", Differences).Task("Api/Forms/Differences").Produces<DifferencesView>().WithSummary("What the two entries of a form differ in, and how it was settled");
        place.MapPost("/settle", Settle).Task("Api/Forms/Settle").Produces<DifferencesView>().WithSummary("Settle differences by the first entry, the second, or a third value with a reason");
        api.MapGet("/double-entry", Waiting).Task("Api/Forms/DoubleEntry").Produces<Page<WaitingForm>>().WithTags(Tag).WithSummary("Forms that wait for their second entry (status=awaited) or to be settled (status=differs), the longest waiting first");
        api.MapPut("/study/double-entry", Declare).Task("Api/Study/DoubleEntry").Produces<StudyDesign>().WithTags(Tag).WithSummary("Declare the share of an instrument's forms that is entered twice");
    }

    private static async Task<IResult> Asked([AsParameters] FormAddress form, Person person, FamilyScope scope, IGrainFactory grains)
    {
        var found = (await scope.Family(form.Id, person)).Then(family => family.FormAt(form.Place) is { } first ? (Decision<Form>)first : SecondEntryRefusals.NoFirst);
        var isDrawn = found is Decision<Form>.Accepted && await grains.SecondEntry(FamilyId.Parse(form.Id)).IsDrawn(form.Place);
        return found.ToResult(first => Results.Ok(SecondAsked.Of(first, isDrawn)));
    }

    private static async Task<IResult> Enter(
        [AsParameters] FormAddress form, SecondBody body, IdempotencyKey key, Person person, FamilyScope scope, IGrainFactory grains, StudyFrames frames, TimeProvider clock)
    {
        var found = (await scope.Family(form.Id, person)).Then(family => family.FormAt(form.Place) is { } first ? (Decision<Form>)first : SecondEntryRefusals.NoFirst);
        if (found is not Decision<Form>.Accepted { Value: var there }) return ((Decision<Form>.Refused)found).Why.ToProblem();
        if ((await frames.Current()).Shelf.Find(form.Instrument, there.InstrumentVersion) is not { } definition) return FormRefusals.UnknownInstrument(form.Instrument).ToProblem();
        var held = AnswerRules.Check(definition, body.Answers ?? ImmutableDictionary<string, JsonElement>.Empty, FormMoment.On(body.CompletedOn));
        if (held is not Decision<CheckedAnswers>.Accepted { Value: var kept }) return ((Decision<CheckedAnswers>.Refused)held).Why.ToProblem();

        var entry = new FormEntry(form.Place, definition.Version, body.CompletedOn, body.Mode, body.Language ?? "", kept.Answers) { Aside = kept.Aside };
        var entered = await grains.SecondEntry(FamilyId.Parse(form.Id)).Enter(entry, person.Stamp(key, clock));
        return entered.ToResult(receipt => Results.Created($"/api/v1/families/{form.Id}/forms/{form.Place}/differences", SecondSaved.Of(receipt)));
    }

    private static async Task<IResult> Differences([AsParameters] FormAddress form, Person person, FamilyScope scope, StudyFrames frames, TimeProvider clock)
    {
        var frame = await frames.Current();
        var today = frame.Design.Today(clock.GetUtcNow());
        return (await scope.Family(form.Id, person)).Then(family => family.FormAt(form.Place) is { } entered && !FormUse.IsAllowed(frame, family, entered, today)
            ? FormRefusals.UseWithdrawn : View(family.FormAt(form.Place), frame.Shelf)).ToResult(Results.Ok);
    }

    private static async Task<IResult> Settle(
        [AsParameters] FormAddress form, SettleBody body, IdempotencyKey key, Person person, FamilyScope scope, IGrainFactory grains, StudyFrames frames, TimeProvider clock)
    {
        var found = await scope.Family(form.Id, person);
        if (found is not Decision<FamilyState>.Accepted { Value: var family }) return ((Decision<FamilyState>.Refused)found).Why.ToProblem();
        var shelf = (await frames.Current()).Shelf;
        var definition = shelf.Find(form.Instrument, family.FormAt(form.Place)?.InstrumentVersion ?? 0);
        var chosen = (body.Items.IsDefault ? [] : body.Items).Select(i => i.ToSettlement(definition)).ToImmutableArray();
        var settled = await grains.SecondEntry(family.Id).Settle(form.Place, chosen, person.Stamp(key, clock));
        return settled.Then(receipt => View(receipt.Form, shelf)).ToResult(Results.Ok);
    }

    private static async Task<IResult> Waiting(
        Person person, DoubleEntryRegisters registers, string status = "awaited", SiteCode? site = null, WaveCode? wave = null, InstrumentId? instrument = null, bool mine = false, TwiceCursor? after = null, int take = 50)
    {
        SecondStatus? asked = status switch { "awaited" => SecondStatus.Awaited, "differs" => SecondStatus.Differs, _ => null };
        if (asked is not { } one) return new Refusal("double-entry.status", "Ask for status=awaited or status=differs.").At("status").ToProblem();
        var page = await registers.List(new(one) { Scope = person.Scope(), Site = site, Wave = wave, Instrument = instrument, NotBy = mine ? person.Account.ToString() : null, After = after, Take = take });
        return Results.Ok(new Page<WaitingForm>([.. page.Rows.Select(WaitingForm.Of)], page.Next?.ToString()));
    }

    private static Decision<DifferencesView> View(Form? form, InstrumentShelf shelf) =>
        form is null ? FormRefusals.None
        : form.Trail?.Second is not { } twice ? SecondEntryRefusals.NoSecond
        : shelf.Find(form.Place.Instrument, form.InstrumentVersion) is not { } definition ? FormRefusals.UnknownInstrument(form.Place.Instrument)
        : DifferencesView.Of(form, twice, definition);

    private static async Task<IResult> Declare(ShareBody body, IdempotencyKey key, Person person, IGrainFactory grains, TimeProvider clock) =>
        (await grains.Study().DeclareDoubleEntry(new(body.Instrument, body.Wave, body.Percent), person.Stamp(key, clock))).ToResult(Results.Ok);
}
