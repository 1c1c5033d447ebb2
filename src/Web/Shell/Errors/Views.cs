using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace SosLongitudinal.Web.Shell.Errors;

/// <summary>Shows a view as the answer where no page runs: before sign-in, after a fault, for a bare status.</summary>
internal static class Views
{
    public static Task Show<TModel>(HttpContext http, int status, string view, TModel model)
    {
        var data = new ViewDataDictionary<TModel>(http.RequestServices.GetRequiredService<IModelMetadataProvider>(), new ModelStateDictionary()) { Model = model };
        var result = new ViewResult { ViewName = view, ViewData = data, StatusCode = status };
        return result.ExecuteResultAsync(new ActionContext(http, http.GetRouteData(), new ActionDescriptor()));
    }
}
