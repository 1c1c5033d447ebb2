using System.Text.Json;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Forms.Edits;
using SosLongitudinal.Study.Forms.Receipts;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Api.Shared;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Errors;

namespace SosLongitudinal.Web.Api.FormWork;

/// <summary>What is done to a form after it was entered: under its place in its family.</summary>
internal static class FormWorkApi
{
    public static void MapFormWork(this RouteGroupBuilder api)
    {
        var form = api.MapGroup("/families/{id}/forms/{wave}/{instrument}/{subject}/{respondent}").WithTags("Forms");
        form.MapPost("/edits", Edit).Task("Api/Forms/Edit").Produces<FormStood>().WithSummary("Change a saved form");
        form.MapGet("/history", History).Task("Api/Forms/History").Produces<FormStory>().WithSummary("Edits, moves, locks, queries and the paper of a form");
        form.MapPost("/move", Move).Task("Api/Forms/Move").Produces<FormStood>().WithSummary("Move a form to another subject, respondent, wave or family");
        form.MapPost("/swap", Swap).Task("Api/Forms/Move").Produces<FormStood>().WithSummary("Swap two forms of a family");
        form.MapPost("/move/finish", Finish).Task("Api/Forms/Move").Produces<FormStood>().WithSummary("Finish a move to another family that stopped");
        form.MapPost("/move/keep", Keep).Task("Api/Forms/Move").Produces<FormStood>().WithSummary("Call a move to another family off");
        form.MapPost("/lock", Lock).Task("Api/Forms/Lock").Produces<FormStood>().WithSummary("Lock a form");
        form.MapPost("/unlock", Unlock).Task("Api/Forms/Lock").Produces<FormStood>().WithSummary("Unlock a form");
        form.MapPut("/paper/{step}", NotePaper).Task("Api/Forms/NotePaper").Produces<ReceiptLog>().WithSummary("Note that the paper was sent, received or boxed");
    }

    private static async Task<IResult> Edit([AsParameters] FormAt at, EditBody body)
    {
        var found = await at.Find();
        if (found is not Decision<FoundForm>.Accepted { Value: var (family, form, definition) }) return ((Decision<FoundForm>.Refused)found).Why.ToProblem();
        var changes = new List<(string, Answer)>();
        foreach (var (name, sent) in body.Answers ?? new Dictionary<string, JsonElement>())
        {
            if (definition.ItemOf(name) is not { } item) return AnswerRefusals.Faulty(definition, [AnswerRefusals.UnknownItem(name, definition)]).ToProblem();
            if (AnswerReading.Of(item, sent) is not { } answer) return AnswerRefusals.Faulty(definition, [AnswerRefusals.NotAllowed(item, AllowedAnswers.Words(definition, item))]).ToProblem();
            changes.Add((name, answer));
        }
        var head = new FormHead(body.CompletedOn ?? form.CompletedOn, body.Mode ?? form.Mode, body.Language ?? form.Language);
        var edit = new FormEdit(form.Place, body.Version, Answers.Of(changes), body.Reason) { Head = head == FormHead.Of(form) ? null : head };
        return await at.Answer(await at.Grains.FormWork(family.Id).Edit(edit, at.Stamp(body.Why)));
    }

    private static async Task<IResult> History([AsParameters] FormAt at) => (await at.Find()) switch
    {
        Decision<FoundForm>.Accepted { Value: var (family, form, _) } when await at.IsWithdrawn(family, form) => FormRefusals.UseWithdrawn.ToProblem(),
        Decision<FoundForm>.Accepted { Value: var (family, form, _) } => Results.Ok(FormStory.Of(family, (await at.Frames.Current()).Design, form, at.Clock.GetUtcNow())),
        Decision<FoundForm>.Refused no => no.Why.ToProblem(),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static async Task<IResult> Move([AsParameters] FormAt at, MoveBody body, FormPassage passage) =>
        await at.Scoped(async family => body.Family is { } other && other != family
            ? await at.Scope.Id($"{other}", at.Person) is Decision<FamilyId>.Refused no ? no.Why : await passage.Move(family, at.Place, other, body.From(at.Place), at.Stamp(body.Why))
            : await at.Grains.FormWork(family).Move(at.Place, body.From(at.Place), at.Stamp(body.Why)), body.Family);

    private static Task<IResult> Swap([AsParameters] FormAt at, MoveBody body) => at.Scoped(family => at.Grains.FormWork(family).Swap(at.Place, body.From(at.Place), at.Stamp(body.Why)));

    private static async Task<IResult> Finish([AsParameters] FormAt at, FormPassage passage)
    {
        var leaving = (await at.Find()).Match(found => found.Form.Trail?.Leaving, _ => null);
        if (leaving is not null && await at.Scope.Id($"{leaving.To}", at.Person) is Decision<FamilyId>.Refused no) return no.Why.ToProblem();
        return await at.Scoped(family => passage.Finish(family, at.Place, at.Stamp()), leaving?.To);
    }

    private static Task<IResult> Keep([AsParameters] FormAt at, FormPassage passage) => at.Scoped(family => passage.Keep(family, at.Place, at.Stamp()));

    private static Task<IResult> Lock([AsParameters] FormAt at, ReasonBody body) => at.Scoped(family => at.Grains.FormWork(family).Lock(at.Place, at.Stamp(body.Why)));

    private static Task<IResult> Unlock([AsParameters] FormAt at, ReasonBody body) => at.Scoped(family => at.Grains.FormWork(family).Unlock(at.Place, at.Stamp(body.Why)));

    private static async Task<IResult> NotePaper([AsParameters] FormAt at, string step, PaperBody body)
    {
        var found = await at.Scope.Id(at.Id, at.Person);
        if (found is not Decision<FamilyId>.Accepted(var family)) return ((Decision<FamilyId>.Refused)found).Why.ToProblem();
        if (!CaseName<ReceiptStep>.TryParse(step, null, out var noted)) return ReceiptRefusals.Unknown(step).ToProblem();
        var design = (await at.Frames.Current()).Design;
        return (await at.Grains.FormWork(family).NoteReceipt(new(at.Place, noted.Case, body.On, body.Box), at.Stamp())).ToResult(state => Results.Ok(ReceiptLog.Of(state, design, at.Place)));
    }
}
