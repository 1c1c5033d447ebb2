using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using SosLongitudinal.Grains.Instruments;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Instruments.LifeCycle;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Instruments;

/// <summary>A page about one instrument; which version it shows is asked for by its number, the draft's included.</summary>
public abstract class InstrumentTask : StudyPage
{
    [FromRoute(Name = "instrument")] public string InstrumentText { get; set; } = "";

    [FromQuery(Name = "version")] public int? VersionAsked { get; set; }

    public StudyInstrument Kept { get; private set; } = new(default(InstrumentId));

    public StudyFrame Frame { get; private set; } = new();

    /// <summary>The version asked for; else the newest, or the draft where nothing is published yet.</summary>
    public InstrumentDefinition Shown { get; private set; } = null!;

    public DateOnly Today { get; private set; }

    public InstrumentId Id => Kept.Id;

    public bool ShowsDraft => Shown.Version == Kept.Draft?.Version;

    protected IGrainFactory Grains => HttpContext.RequestServices.GetRequiredService<IGrainFactory>();

    protected IInstrument Door => Grains.Instrument(Id);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (!InstrumentId.TryParse(InstrumentText, null, out var id))
        {
            context.Result = NotFound();
            return;
        }
        Frame = await HttpContext.RequestServices.GetRequiredService<StudyFrames>().Current();
        Today = Frame.Design.Today(HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow());
        Take(await Grains.Instrument(id).Read());
        var shown = VersionAsked is not { } version ? Kept.Newest() ?? Kept.Draft : Kept.Draft?.Version == version ? Kept.Draft : Kept.Find(version);
        if (shown is null)
        {
            context.Result = NotFound();
            return;
        }
        Shown = shown;
        if (await Elsewhere() is { } there) context.Result = there;
        else await next();
    }

    /// <summary>Where somebody is led for whom this page has nothing.</summary>
    protected virtual Task<IActionResult?> Elsewhere() => Task.FromResult<IActionResult?>(null);

    /// <summary>The instrument after a command, for a page that is shown again.</summary>
    protected void Take(StudyInstrument now) => Kept = now;

    /// <summary>On with what was done; a refusal brings this page back as it was typed.</summary>
    protected Task<IActionResult> Answer(Decision<StudyInstrument> decision, string done, string href) => Answer(decision, _ => Done(done, href));
}
