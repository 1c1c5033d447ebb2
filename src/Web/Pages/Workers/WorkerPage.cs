using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Grains.Workers;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Workers;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Workers;

/// <summary>A page about one social worker; one at a site that the person may not see is not found.</summary>
public abstract class WorkerPage : StudyPage
{
    [FromRoute(Name = "worker")]
    public string WorkerText { get; set; } = "";

    public SocialWorker Worker { get; private set; } = null!;

    public StudyFrame Frame { get; private set; } = null!;

    public DateOnly Today { get; private set; }

    protected IGrainFactory Grains => HttpContext.RequestServices.GetRequiredService<IGrainFactory>();

    /// <summary>Whether the rest of the address fits the social worker; otherwise the page is not found.</summary>
    protected virtual bool Fits(SocialWorker worker) => true;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Frame = await HttpContext.RequestServices.GetRequiredService<StudyFrames>().Current();
        Today = Frame.Design.Today(HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow());
        if (!WorkerId.TryParse(WorkerText, null, out var id) || await Grains.Worker(id).Read() is not { } worker || !Person.MaySee(worker.Site) || !Fits(worker))
        {
            context.Result = NotFound();
            return;
        }
        Worker = worker;
        await next();
    }
}
