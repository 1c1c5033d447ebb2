using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Forms.Edits;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Pages.Forms.Fields;
using SosLongitudinal.Web.Shell.Components;
using SosLongitudinal.Web.Shell.Words;

namespace SosLongitudinal.Web.Pages.Forms.Edit;

/// <summary>Changes a saved form. Where somebody else changed it meanwhile, the person sees both answers and chooses.</summary>
public sealed class IndexModel : FormWorkTask
{
    /// <summary>The form's version that the page shows.</summary>
    [BindProperty] public int Seen { get; set; }

    [BindProperty] public TypedDate CompletedOn { get; set; } = new();

    [BindProperty] public FormMode? Mode { get; set; }

    [BindProperty] public string Language { get; set; } = "";

    [BindProperty] public EditReason? Why { get; set; }

    [BindProperty] public string Reason { get; set; } = "";

    protected override bool ShowsAnswers => true;

    public TypedAnswers Typed { get; private set; } = TypedAnswers.None;

    public FormFields Fields => new(Entered, Typed) { Language = Form.Language };

    /// <summary>Items that two people changed; while there are any, the page asks about them and nothing else.</summary>
    public ImmutableArray<ConflictRow> Conflicts { get; private set; } = [];

    public void OnGet()
    {
        (Seen, Typed) = (Form.Version, TypedAnswers.Of(Form.Answers));
        (CompletedOn, Mode, Language) = (TypedDate.Of(Form.CompletedOn), Form.Mode, Form.Language);
    }

    public async Task<IActionResult> OnPost()
    {
        Typed = ConflictRow.Typed(Request.Form);
        (CompletedOn, Mode, Language) = ConflictRow.Head(Request.Form, CompletedOn, Mode, Language);
        var typed = new TypedFields();
        var on = typed.Read(CompletedOn.Read("CompletedOn", "day on which the form was filled in"));
        var mode = typed.Chosen(Mode, "Mode", "Choose how it was filled in.");
        var why = typed.Chosen(Why, "Why", "Choose why it is changed.");
        Conflicts = ConflictRow.Unchosen(Entered, Form, Request.Form);
        foreach (var row in Conflicts) typed.Fault(ConflictRow.Choose + row.Name, row.Number.Length > 0 ? $"Choose which answer to item {row.Number} is right." : $"Choose which is right: {row.Caption.ToLowerInvariant()}.");
        if (typed.Refusal is { } no) return await ReturnPageWithTyped(no);

        var changes = EditedFields.Changes(Entered, Form, Seen, Typed, on);
        if (changes is not Decision<Answers>.Accepted(var changed)) return await ReturnPageWithTyped(AtItems(((Decision<Answers>.Refused)changes).Why));
        var head = new FormHead(on, mode, Language.Trim());
        var edit = new FormEdit(Form.Place, Seen, changed, why) { Head = head == EditConflicts.HeadAt(Form, Seen) ? null : head };
        var decision = await Grains.FormWork(Family.Id).Edit(edit, Stamp(Words(Reason)));
        return decision is Decision<FormReceipt>.Refused { Why: var refusal } ? await Refused(refusal, edit) : await AnswerForm(decision, "The form is changed.");
    }

    private async Task<IActionResult> Refused(Refusal refusal, FormEdit edit)
    {
        Operation = Study.Kernel.OperationId.New().ToString();
        if (refusal.Code != "form.changed" || Form.Version == Seen) return await ReturnPageWithTyped(AtItems(refusal));
        Conflicts = ConflictRow.Of(Entered, Form, edit);
        var open = Conflicts.Select(c => c.Name).ToHashSet();
        Typed = TypedAnswers.Of(Form.Answers.With(Answers.Of(edit.Changes.All().Where(c => !open.Contains(c.Name)))));
        var head = EditConflicts.Merged(Form, edit);
        (CompletedOn, Mode, Language) = (TypedDate.Of(head.CompletedOn), head.Mode, head.Language);
        Seen = Form.Version;
        ModelState.Clear(); // what was sent no longer stands: the page shows the newer form with this person's changes in it
        return await ReturnPageWithTyped(Conflicts.IsEmpty ? refusal : refusal with { Faults = [.. refusal.Faults.Select(f => f with { Field = ConflictRow.Choose + f.Field })] });
    }

    private Refusal AtItems(Refusal refusal) => refusal with
    {
        Faults = [.. refusal.Faults.Select(f => Entered.ItemOf(f.Field) is null ? f with { Field = char.ToUpperInvariant(f.Field[0]) + f.Field[1..] } : f with { Field = TypedAnswers.Prefix + f.Field })],
    };
}
