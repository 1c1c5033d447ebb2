using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Shell.Drafts;

/// <summary>Once a page has taken a form in, there is no draft of it any more. The script marks the forms that it keeps.</summary>
internal sealed class SavedFormLeavesNoDraft(DraftStore drafts) : IAsyncPageFilter
{
    private const string Mark = "kept";

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var done = await next();
        var request = context.HttpContext.Request;
        if (done.Exception is not null || !HttpMethods.IsPost(request.Method) || !request.HasFormContentType || !IsTakenIn(done.Result)) return;
        if (!request.Form.ContainsKey(Mark) || Person.Of(context.HttpContext.User) is not { } person) return;
        if (OperationId.TryParse(request.Form[StudyPage.OperationField], null, out var operation)) await drafts.Forget(person, operation);
    }

    private static bool IsTakenIn(IActionResult? result) => result is LocalRedirectResult or PartialViewResult { StatusCode: StatusCodes.Status201Created };
}
