using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Design.Freeze;

/// <summary>Closes a wave to changes, or opens it again; both are recorded with a reason.</summary>
public sealed class IndexModel(IGrainFactory grains, StudyFrames frames) : StudyPage
{
    [FromRoute(Name = "wave")] public string WaveText { get; set; } = "";

    [BindProperty] public bool Thaw { get; set; }

    [BindProperty] public string Reason { get; set; } = "";

    public StudyDesign Design { get; private set; } = new();

    public WaveDesign? Wave => WaveCode.TryParse(WaveText, null, out var code) ? Design.Wave(code) : null;

    public WaveFreeze? Standing => Wave is { } wave ? Design.FreezeOf(wave.Code) : null;

    protected override async Task Load() => Design = (await frames.Current()).Design;

    public async Task<IActionResult> OnGet()
    {
        await Load();
        return Wave is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPost()
    {
        await Load();
        if (Wave is not { } wave) return NotFound();
        var stamp = Stamp(Reason.Trim() is { Length: > 0 } why ? why : null);
        var decision = Thaw ? await grains.Study().Thaw(wave.Code, stamp) : await grains.Study().Freeze(wave.Code, stamp);
        return await Answer(decision.At(), _ => Done(Thaw ? $"{wave.Name} is open to changes again." : $"{wave.Name} is frozen.", DesignLinks.Show));
    }
}
