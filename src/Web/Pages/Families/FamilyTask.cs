using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using SosLongitudinal.Grains.Diaries;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Components;
using SosLongitudinal.Web.Shell.Errors;
using SosLongitudinal.Web.Shell.Words;

namespace SosLongitudinal.Web.Pages.Families;

/// <summary>
/// A page about one family. The id in the address is held against its check character before any look-up; a family at a site that the person may not see is
/// not found.
/// </summary>
public abstract class FamilyTask : StudyPage
{
    [FromRoute(Name = "family")]
    public string FamilyText { get; set; } = "";

    public FamilyState Family { get; private set; } = null!;

    public StudyFrame Frame { get; private set; } = null!;

    public DateOnly Today { get; private set; }

    protected IGrainFactory Grains => HttpContext.RequestServices.GetRequiredService<IGrainFactory>();

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (!FamilyId.TryParse(FamilyText, null, out var id))
        {
            context.Result = Unreadable(new(404, "That is not a family id", "Check it for a mistyped character. An id has seven letters and digits; the last one guards the others."));
            return;
        }
        Frame = await HttpContext.RequestServices.GetRequiredService<StudyFrames>().Current();
        Today = Frame.Design.Today(HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow());
        if (await Grains.Family(id).Read() is not { } family || !Person.MaySee(family.Site) || Fits(family) is false)
        {
            context.Result = NotFound();
            return;
        }
        Family = family;
        await next();
    }

    /// <summary>Whether what else the address names is there: a member, a wave, an instrument.</summary>
    protected virtual bool Fits(FamilyState family) => true;

    /// <summary>To the family's page with what was done; a refusal brings this page back as it was typed.</summary>
    protected async Task<IActionResult> Answer(Decision<FamilyState> decision, string done)
    {
        decision = await HttpContext.RequestServices.GetRequiredService<Departing>().After(decision, Stamp());
        var moved = decision is Decision<FamilyState>.Accepted ? await Grains.Windows(Family.Id).MovedBy(OperationId) : [];
        return await Answer(decision, family => Done(string.Join(' ', moved.Select(m => m.Words(Frame.Design)).Prepend(done)), FamiliesLinks.Show(family.Id)));
    }

    /// <summary>Goes on once every typed field could be read; else shows them all again with their faults.</summary>
    protected async Task<IActionResult> When(TypedFields typed, Func<Task<IActionResult>> go) => typed.Refusal is { } no ? await ReturnPageWithTyped(no) : await go();

    /// <summary>A page of its own that says why this one is not shown.</summary>
    protected IActionResult Unavailable(Refusal why) => Unreadable(new(why.Status(), "This cannot be shown", why.Sentence));

    private ViewResult Unreadable(StatusWords words) => new()
    {
        ViewName = "/Shell/Errors/Status.cshtml",
        StatusCode = words.Status,
        ViewData = new ViewDataDictionary<StatusWords>(HttpContext.RequestServices.GetRequiredService<IModelMetadataProvider>(), new ModelStateDictionary()) { Model = words },
    };
}
