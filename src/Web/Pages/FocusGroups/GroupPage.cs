using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using SosLongitudinal.Grains.Diaries;
using SosLongitudinal.Grains.Groups;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Groups;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Api.FocusGroups;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.FocusGroups;

/// <summary>A page about one group; one at a site that the person may not see is not found. Whoever may no longer be invited is off it before it is shown.</summary>
public abstract class GroupPage : StudyPage
{
    [FromRoute(Name = "group")]
    public string GroupText { get; set; } = "";

    public FocusGroup Group { get; private set; } = null!;

    public GroupPlan Plan => Group.Plan!;

    public StudyFrame Frame { get; private set; } = null!;

    public DateOnly Today { get; private set; }

    public string Zone => Frame.Design.TimeZone;

    public string SiteName => Frame.Sites.GetValueOrDefault(Plan.Site)?.Name ?? $"{Plan.Site}";

    public string WaveName => Frame.Design.Wave(Plan.Wave)?.Name ?? $"{Plan.Wave}";

    public bool SeesPeople => GroupDesk.MaySeePeople(Person, Group);

    protected IGrainFactory Grains => Of<IGrainFactory>();

    protected IFocusGroup Door => Grains.FocusGroup(Group.Id);

    /// <summary>Whether the page has something to say of the group as it is; otherwise it is not found.</summary>
    protected virtual bool Fits(FocusGroup group) => true;

    protected T Of<T>() where T : notnull => HttpContext.RequestServices.GetRequiredService<T>();

    protected Task<IReadOnlyDictionary<string, string>> AccountNames() => WhoIsWho.ByKey();

    protected Task<Roster> Rooms() => Grains.Roster().Read();

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Frame = await Of<StudyFrames>().Current();
        Today = Frame.Design.Today(Of<TimeProvider>().GetUtcNow());
        if (await Of<GroupDesk>().Find(GroupText, Person) is not Decision<FocusGroup>.Accepted(var group) || !Fits(group))
        {
            context.Result = NotFound();
            return;
        }
        Group = group;
        await next();
    }

    /// <summary>To the group's page with what was done; a refusal brings this page back as it was typed.</summary>
    protected Task<IActionResult> Answer(Decision<FocusGroup> decision, string done) => Answer(decision.At(), group => Done(done, FocusGroupsLinks.Show(group.Id)));
}
