using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SosLongitudinal.Web.Shell.Components;

/// <summary>Every fault of the page, each a link to its field. The layout shows it; pages need not.</summary>
[HtmlTargetElement("error-summary")]
public sealed class ErrorSummaryTagHelper : TagHelper
{
    /// <summary>The fields at fault as the refusal named them, which is the order of the form; the model state keeps none.</summary>
    public const string FieldOrder = "FaultOrder";

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        var order = View.ViewData[FieldOrder] as List<string> ?? [];
        var faults = View.ViewData.ModelState
            .Where(entry => entry.Value?.ValidationState == ModelValidationState.Invalid)
            .OrderBy(entry => order.IndexOf(entry.Key) is >= 0 and var at ? at : int.MaxValue)
            .SelectMany(entry => entry.Value!.Errors.Select(error => Line(entry.Key, error.ErrorMessage)))
            .Distinct()
            .ToList();
        if (faults.Count == 0) return;
        output.Content.SetHtmlContent($"""
            <div class="govuk-error-summary" data-module="govuk-error-summary"><div role="alert">
            <h2 class="govuk-error-summary__title">There is a problem</h2>
            <div class="govuk-error-summary__body"><ul class="govuk-list govuk-error-summary__list">{string.Concat(faults)}</ul></div>
            </div></div>
            """);
    }

    private static string Line(string field, string sentence) => field.Length == 0
        ? $"<li>{Markup.Text(sentence)}</li>"
        : $"""<li><a href="#{Markup.Id(field)}">{Markup.Text(sentence)}</a></li>""";
}
