using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Components;
using Choice = SosLongitudinal.Web.Shell.Components.Choice;

namespace SosLongitudinal.Web.Pages.Forms.Batch;

/// <summary>What the next paper forms have in common: asked once, before the first of them.</summary>
public sealed class ChooseModel(StudyFrames frames) : StudyPage
{
    [BindProperty(SupportsGet = true)] public string Instrument { get; set; } = "";

    [BindProperty(SupportsGet = true)] public string Wave { get; set; } = "";

    [BindProperty] public FormMode? Mode { get; set; } = FormMode.Paper;

    [BindProperty] public string Language { get; set; } = "en";

    [BindProperty] public string Box { get; set; } = "";

    public IEnumerable<Choice> Instruments { get; private set; } = [];

    public IEnumerable<Choice> Waves { get; private set; } = [];

    public Task OnGet() => Load();

    public async Task<IActionResult> OnPost()
    {
        var frame = await frames.Current();
        var typed = new TypedFields();
        var mode = typed.Chosen(Mode, "Mode", "Choose how the forms were filled in.");
        if (!InstrumentId.TryParse(Instrument, null, out var instrument) || frame.Shelf.Find(instrument) is null) typed.Fault("Instrument", "Choose the instrument.");
        if (!WaveCode.TryParse(Wave, null, out var wave) || frame.Design.Wave(wave) is null) typed.Fault("Wave", "Choose the wave.");
        if (Language.Trim().Length is 0 or > 35) typed.Fault("Language", "Give the language as a tag such as en or cy.");
        return typed.Refusal is { } no ? await ReturnPageWithTyped(no) : LocalRedirect(FormsLinks.Batch(wave, instrument, mode, Language.Trim(), Box.Trim()));
    }

    protected override async Task Load()
    {
        var frame = await frames.Current();
        var scheduled = frame.Design.Schedule.Select(r => r.Instrument).ToHashSet();
        Instruments = frame.Shelf.Newest.Where(i => i.Subject is not (InstrumentSubject.Worker or InstrumentSubject.Site))
            .OrderBy(i => !scheduled.Contains(i.Id)).ThenBy(i => i.Title, StringComparer.Ordinal).Select(i => new Choice(i.Id.ToString(), i.Title));
        Waves = frame.Design.Waves.Select(w => new Choice(w.Code.ToString(), w.Name));
        if (Wave.Length == 0 && frame.Design.Waves is [var only]) Wave = only.Code.ToString();
    }
}
