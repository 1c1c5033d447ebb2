using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using SosLongitudinal.Grains.Tray;
using SosLongitudinal.Study.Instruments.Drafting.Joining;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Tray;
using SosLongitudinal.Web.Pages.Forms.Fields;
using SosLongitudinal.Web.Pages.Instruments;
using SosLongitudinal.Web.Shell.Components;
using SosLongitudinal.Web.Shell.Errors;
using Choice = SosLongitudinal.Web.Shell.Components.Choice;

namespace SosLongitudinal.Web.Pages.Tray.Change;

/// <summary>Reads an unmatched paper once more. Where somebody else changed it meanwhile, the person sees both values and chooses.</summary>
public sealed class IndexModel : TrayTask
{
    /// <summary>The revision that the page shows; 0 where the form was keyed from the paper.</summary>
    [BindProperty(Name = "revision")] public int Revision { get; set; }

    [BindProperty(Name = "seen")] public int Seen { get; set; }

    [BindProperty] public string Batch { get; set; } = "";

    [BindProperty] public TypedDate ReceivedOn { get; set; } = new();

    [BindProperty] public string Box { get; set; } = "";

    [BindProperty] public string Wave { get; set; } = "";

    [BindProperty] public TypedDate CompletedOn { get; set; } = new();

    [BindProperty] public string Note { get; set; } = "";

    [BindProperty] public string Reason { get; set; } = "";

    public TypedAnswers Typed { get; private set; } = TypedAnswers.None;

    public FormFields Fields => new(Instrument!, Typed) { Language = Item.Form.Language };

    public IEnumerable<Choice> Waves => Frame.Design.Waves.Select(w => new Choice(w.Code.ToString(), w.Name));

    public IActionResult OnGet()
    {
        if (Instrument is null) return NotFound();
        var form = Item.Form;
        (Revision, Batch, Box, Wave, Note) = (Item.Revision, form.Batch, form.Box, form.Wave?.Text ?? "", form.Note ?? "");
        (ReceivedOn, CompletedOn) = (TypedDate.Of(form.ReceivedOn), form.CompletedOn is { } filled ? TypedDate.Of(filled) : new());
        Typed = TypedAnswers.Of(form.Aside is { } aside ? aside.All().Aggregate(form.Answers, (all, one) => all.With(one.Name, one.Answer)) : form.Answers);
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        if (Instrument is not { } definition) return NotFound();
        Typed = TypedAnswers.From(Request.Form);
        var typed = new TypedFields();
        var read = new PaperFields(Batch, ReceivedOn, Box, Wave, CompletedOn, Note).Read(typed, Typed, definition);
        if (typed.Refusal is { } no) return await ReturnPageWithTyped(no);
        if (read is not Decision<TrayForm>.Accepted { Value: var form }) return await ReturnPageWithTyped(((Decision<TrayForm>.Refused)read!).Why);
        var basis = new DraftBasis(Revision) { Seen = Seen, Mine = OvertakenSave.Chosen(Request, "mine"), Theirs = OvertakenSave.Chosen(Request, "theirs") };
        var decision = await Grains.Tray(Item.Id).Change(Item.Id, form, basis, Stamp(Reason.Trim() is { Length: > 0 } why ? why : null));
        if (decision is Decision<TrayItem>.Refused { Why: { Kind: RefusalKind.Conflict } overtaken }) return await Overtaken(overtaken, form, basis);
        return await Answer(decision.At(), now => Done(now.Revision == Item.Revision ? "The form stays as it was." : "The form is changed.", TrayLinks.Match(Item.Id)));
    }

    private async Task<IActionResult> Overtaken(Refusal why, TrayForm form, DraftBasis basis)
    {
        var now = await Services.GetRequiredService<Trays>().Find(Item.Id) ?? Item;
        ImmutableArray<DraftClash> clashes = why.Code == "tray.changed" ? TrayTwice.Join(now, form, Instrument!, basis).Clashes : [];
        var model = new OvertakenSave(Title, ("unmatched form", TrayLinks.Match(Item.Id)), why, clashes, now.Revision, Frame.Design.TimeZone, OvertakenSave.Keep(Request, []));
        return new ViewResult { ViewName = OvertakenSave.View, StatusCode = why.Status(), ViewData = new ViewDataDictionary<OvertakenSave>(MetadataProvider, new ModelStateDictionary()) { Model = model } };
    }
}
