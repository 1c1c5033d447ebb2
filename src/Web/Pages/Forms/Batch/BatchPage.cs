using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Forms.Batch;

/// <summary>A page whose address says what the forms of a batch have in common.</summary>
public abstract class BatchPage(StudyFrames frames, TimeProvider clock) : StudyPage
{
    [FromRoute(Name = "wave")] public string WaveText { get; set; } = "";

    [FromRoute(Name = "instrument")] public string InstrumentText { get; set; } = "";

    [FromQuery] public FormMode Mode { get; set; } = FormMode.Paper;

    [FromQuery] public string Language { get; set; } = "en";

    [FromQuery] public string Box { get; set; } = "";

    /// <summary>The version of the papers, where it is not the one in force today.</summary>
    [FromQuery] public int? Version { get; set; }

    /// <summary>The version that the page was shown with: what is typed on it means what that version says, whichever came into force meanwhile.</summary>
    [BindProperty(Name = ShownField, SupportsGet = true)] public int? Shown { get; set; }

    public const string ShownField = "Paper.Version";

    public StudyFrame Frame { get; private set; } = null!;

    public BatchOf Batch { get; private set; } = null!;

    public DateOnly Today { get; private set; }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Frame = await frames.Current();
        Today = Frame.Design.Today(clock.GetUtcNow());
        var wave = WaveCode.TryParse(WaveText, null, out var code) ? Frame.Design.Wave(code) : null;
        var known = InstrumentId.TryParse(InstrumentText, null, out var id) && wave is not null;
        var inForce = known ? Frame.InForce(id, code, Today) : null;
        var instrument = known && (Version ?? Shown) is { } version ? Frame.Shelf.Find(id, version) : inForce;
        if (wave is null || instrument is null)
        {
            context.Result = NotFound();
            return;
        }
        Batch = new(wave, instrument, Mode, Language, Box) { Version = Version, Newer = Version is null && inForce is { } now && now.Version != instrument.Version ? now.Version : null };
        await next();
    }
}
