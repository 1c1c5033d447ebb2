using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SosLongitudinal.Web.Shell.Components;

/// <summary><c>&lt;page-links previous="@Model.Previous" next="@Model.Next" /></c>: to the page before and after; shows nothing where there is neither.</summary>
[HtmlTargetElement("page-links", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PageLinksTagHelper : TagHelper
{
    public string? Previous { get; set; }

    public string? Next { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        if (string.IsNullOrEmpty(Previous) && string.IsNullOrEmpty(Next)) return;
        output.Content.SetHtmlContent($"""<nav class="govuk-pagination" aria-label="Pagination">{Link("prev", Previous, "Previous")}{Link("next", Next, "Next")}</nav>""");
    }

    private static string Link(string rel, string? href, string word) => string.IsNullOrEmpty(href) ? "" : $"""
        <div class="govuk-pagination__{rel}"><a class="govuk-link govuk-pagination__link" href="{Markup.Text(href)}" rel="{rel}"><span class="govuk-pagination__link-title">{word}<span class="govuk-visually-hidden"> page</span></span></a></div>
        """;
}
