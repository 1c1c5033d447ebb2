using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Grains.Tray;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Tray;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Tray;

/// <summary>A page about one form in a tray; one of a site that the person may not see is not found.</summary>
public abstract class TrayTask : StudyPage
{
    [FromRoute(Name = "site")] public string SiteText { get; set; } = "";

    [FromRoute(Name = "paper")] public string PaperText { get; set; } = "";

    public TrayItem Item { get; private set; } = null!;

    public StudyFrame Frame { get; private set; } = null!;

    public InstrumentDefinition? Instrument => Frame.Shelf.Find(Item.Form.Instrument, Item.Form.InstrumentVersion);

    public string Title => Instrument?.Title ?? Item.Form.Instrument.ToString();

    protected IServiceProvider Services => HttpContext.RequestServices;

    protected IGrainFactory Grains => Services.GetRequiredService<IGrainFactory>();

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Frame = await Services.GetRequiredService<StudyFrames>().Current();
        if (!TrayItemId.TryParse($"{SiteText}.{PaperText}", null, out var id) || !Person.MaySee(id.Site) || await Services.GetRequiredService<Trays>().Find(id) is not { } item)
        {
            context.Result = NotFound();
            return;
        }
        Item = item;
        await next();
    }
}
