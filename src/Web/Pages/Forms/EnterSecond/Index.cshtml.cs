using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Forms.DoubleEntry;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Pages.Forms.Enter;
using SosLongitudinal.Web.Pages.Forms.Fields;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Forms.EnterSecond;

/// <summary>Enters a form of the double-entry sample a second time. Nothing of the first entry is on this page but who made it and when.</summary>
public sealed class IndexModel : PlacedForm
{
    [BindProperty] public TypedDate CompletedOn { get; set; } = new();

    [BindProperty] public FormMode? Mode { get; set; } = FormMode.Paper;

    [BindProperty] public string Language { get; set; } = "en";

    [BindProperty] public bool LeaveOut { get; set; }

    public TypedAnswers Typed { get; private set; } = TypedAnswers.None;

    public FormFields Fields => new(Entered, Typed);

    public IReadOnlyList<Item> LeftOut { get; private set; } = [];

    /// <summary>Why this person cannot enter it, where they cannot.</summary>
    public Refusal? Closed { get; private set; }

    public async Task OnGet()
    {
        Typed = TypedAnswers.Defaults(Entered);
        if (Form.Place.Respondent == Party.CaseFile) Mode = FormMode.CaseFile;
        Closed = SecondEntryRefusals.Known(Form, $"{Person.Account}") is { } known ? known
            : Form.Trail?.Second is { } there ? SecondEntryRefusals.AlreadyTwice(there.Second)
            : await Grains.SecondEntry(Family.Id).IsDrawn(Form.Place) ? null : SecondEntryRefusals.NotSampled;
    }

    public async Task<IActionResult> OnPost()
    {
        Typed = TypedAnswers.From(Request.Form);
        var typed = new TypedFields();
        var on = typed.Read(CompletedOn.Read("CompletedOn", "day on which the form was filled in"));
        var mode = typed.Chosen(Mode, "Mode", "Choose how it was filled in.");
        var answers = Typed.Check(Entered, on);
        if (answers is Decision<CheckedAnswers>.Refused { Why: var why }) return await ReturnPageWithTyped(why with { Faults = [.. typed.Refusal?.Faults ?? [], .. why.Faults] });
        if (typed.Refusal is { } no) return await ReturnPageWithTyped(no);
        var kept = ((Decision<CheckedAnswers>.Accepted)answers).Value;
        LeftOut = Typed.LeftOut(Entered, kept.Answers);
        if (LeftOut.Count > 0 && !LeaveOut) return await ReturnPageWithTyped(FormPageRefusals.LeftOut(LeftOut));

        var entry = new FormEntry(Form.Place, Entered.Version, on, mode, Language.Trim(), kept.Answers) { Aside = kept.Aside };
        return await Answer((await Grains.SecondEntry(Family.Id).Enter(entry, Stamp())).At(), receipt => receipt.Status == SecondStatus.Differs && Person.May("Forms/Settle")
            ? Done($"The second entry is in. {DoubleEntryWords.Differences(receipt.Open)} to settle.", FormsLinks.Settle(Family.Id, Form.Place))
            : Done(receipt.Status == SecondStatus.Differs ? $"The second entry is in. {DoubleEntryWords.Differences(receipt.Open)} will be settled." : "The second entry is in. Both entries say the same.", FormsLinks.SecondEntries()));
    }
}
