using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Sites;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Sites;

/// <summary>A page about one site; one that the person may not see is not found.</summary>
public abstract class SitePage : StudyPage
{
    [FromRoute(Name = "site")]
    public string SiteText { get; set; } = "";

    public Site Site { get; private set; } = null!;

    public StudyFrame Frame { get; private set; } = null!;

    public DateOnly Today { get; private set; }

    /// <summary>Whether the rest of the address fits the site; otherwise the page is not found.</summary>
    protected virtual bool Fits(Site site) => true;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Frame = await HttpContext.RequestServices.GetRequiredService<StudyFrames>().Current();
        Today = Frame.Design.Today(HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow());
        if (!SiteCode.TryParse(SiteText, null, out var code) || !Person.MaySee(code) || Frame.Sites.GetValueOrDefault(code) is not { } site || !Fits(site))
        {
            context.Result = NotFound();
            return;
        }
        Site = site;
        await next();
    }
}
