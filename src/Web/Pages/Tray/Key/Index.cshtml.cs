using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Grains.Tray;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Tray;
using SosLongitudinal.Web.Pages.Forms.Fields;
using SosLongitudinal.Web.Pages.Instruments;
using SosLongitudinal.Web.Shell.Components;
using SosLongitudinal.Web.Shell.Errors;
using Choice = SosLongitudinal.Web.Shell.Components.Choice;

namespace SosLongitudinal.Web.Pages.Tray.Key;

/// <summary>Keys a paper form that has no id: first which site and instrument, then what is on it.</summary>
public sealed class IndexModel(Trays trays, StudyFrames frames, TimeProvider clock) : StudyPage
{
    [BindProperty(SupportsGet = true)] public string Site { get; set; } = "";

    [BindProperty(SupportsGet = true)] public string Instrument { get; set; } = "";

    [BindProperty] public string Batch { get; set; } = "";

    [BindProperty] public TypedDate ReceivedOn { get; set; } = new();

    [BindProperty] public string Box { get; set; } = "";

    [BindProperty] public string Wave { get; set; } = "";

    [BindProperty] public TypedDate CompletedOn { get; set; } = new();

    [BindProperty] public string Note { get; set; } = "";

    /// <summary>It is another paper than the one that looks like it.</summary>
    [BindProperty] public bool Another { get; set; }

    public StudyFrame Frame { get; private set; } = null!;

    public TypedAnswers Typed { get; private set; } = TypedAnswers.None;

    public InstrumentDefinition? Definition => InstrumentId.TryParse(Instrument, null, out var id) ? Shown is { } version ? Frame.Shelf.Find(id, version) : Frame.Shelf.Find(id) : null;

    /// <summary>The version that the page was shown with: what is typed on it means what that version says, whichever was published meanwhile.</summary>
    [BindProperty(Name = Forms.Batch.BatchPage.ShownField, SupportsGet = true)] public int? Shown { get; set; }

    public SiteCode? Place => SiteCode.TryParse(Site, null, out var site) && Frame.Sites.ContainsKey(site) && Person.MaySee(site) ? site : null;

    public FormFields Fields => new(Definition!, Typed);

    public IEnumerable<Choice> Sites => Frame.Sites.Values.Where(s => Person.MaySee(s.Code)).OrderBy(s => s.Name).Select(s => new Choice(s.Code.ToString(), s.Name));

    public IEnumerable<Choice> Instruments => Frame.Shelf.Newest.Select(i => new Choice(i.Id.ToString(), i.Title));

    public IEnumerable<Choice> Waves => Frame.Design.Waves.Select(w => new Choice(w.Code.ToString(), w.Name));

    protected override async Task Load() => Frame = await frames.Current();

    public async Task OnGet()
    {
        await Load();
        if (Sites.ToList() is [var only]) Site = only.Value;
    }

    public async Task<IActionResult> OnPost()
    {
        await Load();
        Typed = TypedAnswers.From(Request.Form);
        var typed = new TypedFields();
        if (Place is null) typed.Fault("Site", "Choose the site that it came from.");
        if (Definition is null) typed.Fault("Instrument", "Choose which form it is.");
        var read = Definition is { } known ? new PaperFields(Batch, ReceivedOn, Box, Wave, CompletedOn, Note).Read(typed, Typed, known) : null;
        if (Place is not { } site || typed.Refusal is not null) return await ReturnPageWithTyped(typed.Refusal!);
        if (read is not Decision<TrayForm>.Accepted { Value: var form }) return await ReturnPageWithTyped(((Decision<TrayForm>.Refused)read!).Why);
        var decision = await trays.Key(site, form, Person.Stamp(OperationId, clock), Another);
        if (decision is Decision<TrayItem>.Refused { Why: { Code: "tray.keyed-already" } why } && await trays.LookedLike(site, form) is { } there) return Twice(why, there, form);
        return await Answer(decision.At(), _ => Done("The form is in the tray.", TrayLinks.List));
    }

    /// <summary>Both side by side: it is the same paper, and what is right is chosen, or it is another one.</summary>
    private ViewResult Twice(Refusal why, TrayItem there, TrayForm form)
    {
        var model = new TwiceKeyed(there, Definition!.Title, TrayTwice.Join(there, form, Definition, new(0)).Clashes, Frame.Design.TimeZone, OvertakenSave.Keep(Request, []));
        return new ViewResult { ViewName = TwiceKeyed.View, StatusCode = why.Status(), ViewData = new ViewDataDictionary<TwiceKeyed>(MetadataProvider, new ModelStateDictionary()) { Model = model } };
    }
}
