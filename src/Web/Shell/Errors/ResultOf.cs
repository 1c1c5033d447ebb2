using Microsoft.AspNetCore.Mvc;

namespace SosLongitudinal.Web.Shell.Errors;

/// <summary>Lets a page's handler answer a script as the API would.</summary>
internal sealed class ResultOf(IResult result) : IActionResult
{
    public Task ExecuteResultAsync(ActionContext context) => result.ExecuteAsync(context.HttpContext);
}
