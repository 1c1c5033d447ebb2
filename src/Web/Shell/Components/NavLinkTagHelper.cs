using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SosLongitudinal.Web.Shell.Components;

/// <summary>One entry of the navigation, marked where the page shown lies under it.</summary>
[HtmlTargetElement("nav-link")]
public sealed class NavLinkTagHelper : TagHelper
{
    public required string Href { get; set; }

    /// <summary>Marked only on the very page.</summary>
    public bool Exact { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var path = View.HttpContext.Request.Path;
        var active = Exact ? path == Href : path.StartsWithSegments(Href);
        var text = (await output.GetChildContentAsync()).GetContent();
        output.TagName = "li";
        output.Attributes.SetAttribute("class", $"govuk-service-navigation__item{(active ? " govuk-service-navigation__item--active" : "")}");
        output.Content.SetHtmlContent(
            $"""<a class="govuk-service-navigation__link" href="{Href}"{(active ? " aria-current=\"page\"" : "")}>{(active ? $"<strong class=\"govuk-service-navigation__active-fallback\">{text}</strong>" : text)}</a>""");
    }
}
