using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using SosLongitudinal.Grains.Accounts;
using SosLongitudinal.Web.Api.Appointments;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Appointments;

/// <summary>A page about one of those whose time the person plans; anybody else is not found.</summary>
public abstract class PersonTask : StudyPage
{
    [FromRoute(Name = "interviewer")] public string InterviewerText { get; set; } = "";

    public AccountLine Interviewer { get; private set; } = null!;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var people = await HttpContext.RequestServices.GetRequiredService<RosterPeople>().Of(Person);
        if (people.FirstOrDefault(p => $"{p.Key}" == InterviewerText) is not { } known)
        {
            context.Result = NotFound();
            return;
        }
        Interviewer = known;
        await next();
    }
}
