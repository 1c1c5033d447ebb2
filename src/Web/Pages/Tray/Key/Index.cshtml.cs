using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Grains.Tray;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Tray;
using SosLongitudinal.Web.Pages.Forms.Fields;
using SosLongitudinal.Web.Shell.Components;
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

    public StudyFrame Frame { get; private set; } = null!;

    public TypedAnswers Typed { get; private set; } = TypedAnswers.None;

    public InstrumentDefinition? Definition => InstrumentId.TryParse(Instrument, null, out var id) ? Frame.Shelf.Find(id) : null;

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
        var received = typed.Read(ReceivedOn.Read("ReceivedOn", "day on which it was received"));
        DateOnly? filled = CompletedOn.IsEmpty ? null : typed.Read(CompletedOn.Read("CompletedOn", "day on which it was filled in"));
        if (Place is not { } site || Definition is not { } definition || typed.Refusal is not null) return await ReturnPageWithTyped(typed.Refusal!);
        var held = Typed.Check(definition, filled ?? received);
        if (held is not Decision<CheckedAnswers>.Accepted(var kept)) return await ReturnPageWithTyped(((Decision<CheckedAnswers>.Refused)held).Why);
        var form = new TrayForm(Batch.Trim(), received, Box.Trim(), definition.Id, definition.Version, definition.Language, kept.Answers)
        {
            Aside = kept.Aside, CompletedOn = filled, Wave = WaveCode.TryParse(Wave, null, out var wave) ? wave : null, Note = Note.Trim() is { Length: > 0 } note ? note : null,
        };
        return await Answer((await trays.Key(site, form, Person.Stamp(OperationId, clock))).At(), _ => Done("The form is in the tray.", TrayLinks.List));
    }
}
