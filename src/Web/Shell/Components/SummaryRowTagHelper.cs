using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SosLongitudinal.Web.Shell.Components;

/// <summary><c>&lt;summary-row key="Site" href="..." action="Change">Ashbourne&lt;/summary-row></c>, inside <c>&lt;dl class="govuk-summary-list"></c>.</summary>
[HtmlTargetElement("summary-row")]
public sealed class SummaryRowTagHelper : TagHelper
{
    public required string Key { get; set; }

    public string? Href { get; set; }

    public string Action { get; set; } = "Change";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var value = (await output.GetChildContentAsync()).GetContent();
        var action = Href is null ? "" : $"""<dd class="govuk-summary-list__actions"><a class="govuk-link" href="{Markup.Text(Href)}">{Markup.Text(Action)}<span class="govuk-visually-hidden"> {Markup.Text(Key.ToLowerInvariant())}</span></a></dd>""";
        output.TagName = "div";
        output.Attributes.SetAttribute("class", "govuk-summary-list__row");
        output.Content.SetHtmlContent($"""<dt class="govuk-summary-list__key">{Markup.Text(Key)}</dt><dd class="govuk-summary-list__value">{value}</dd>{action}""");
    }
}
