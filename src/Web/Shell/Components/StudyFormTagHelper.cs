using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SosLongitudinal.Web.Shell.Components;

/// <summary><c>&lt;study-form button="Save"></c>: a form that posts to its own page with the page's operation id and form token, and its button at the end.</summary>
[HtmlTargetElement("study-form")]
public sealed class StudyFormTagHelper(IAntiforgery antiforgery) : TagHelper
{
    public required string Button { get; set; }

    /// <summary>Where it posts to; its own page without.</summary>
    public string? Action { get; set; }

    /// <summary>The button warns: what it does cannot be taken back.</summary>
    public bool Warning { get; set; }

    /// <summary>The button is not what the page is for: it stands back behind another.</summary>
    public bool Secondary { get; set; }

    /// <summary>Its script sends one after another and guards against sending one twice itself: the button takes every click, the next within a second too.</summary>
    public bool OneAfterAnother { get; set; }

    /// <summary>The browser's passkey goes with the form: <c>create</c> makes one; its script asks for what to make at the address beside.</summary>
    public string? Passkey { get; set; }

    public string? PasskeyOptions { get; set; }

    /// <summary>A second button beside the first, which saves nothing.</summary>
    public string? Also { get; set; }

    /// <summary>Where the second button posts to.</summary>
    public string? AlsoAction { get; set; }

    /// <summary>A link beside the button that leaves without saving.</summary>
    public string? Cancel { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        var token = antiforgery.GetAndStoreTokens(View.HttpContext);
        output.TagName = "form";
        output.Attributes.SetAttribute("method", "post");
        output.Attributes.SetAttribute("novalidate", "novalidate");
        if (Passkey is not null)
        {
            output.Attributes.SetAttribute("data-passkey", Passkey);
            output.Attributes.SetAttribute("data-passkey-options", PasskeyOptions);
        }
        if (Action is not null) output.Attributes.SetAttribute("action", Action);
        output.Content.AppendHtml($"""<input type="hidden" name="{token.FormFieldName}" value="{token.RequestToken}">""");
        if (View.ViewData.Model is StudyPage page)
            foreach (var (name, value) in page.Carried.Prepend(new(StudyPage.OperationField, page.Operation)))
                output.Content.AppendHtml($"""<input type="hidden" name="{name}" value="{Markup.Text(value)}">""");
        output.Content.AppendHtml(content);
        var cancel = Cancel is null ? "" : $"""<a class="govuk-link" href="{Markup.Text(Cancel)}">Cancel</a>""";
        var once = OneAfterAnother || Passkey is not null ? "" : " data-prevent-double-click=\"true\"";
        var also = string.IsNullOrEmpty(Also) ? "" : $"""<button type="submit" class="govuk-button govuk-button--secondary" formaction="{Markup.Text(AlsoAction ?? "")}" data-module="govuk-button">{Markup.Text(Also)}</button>""";
        output.Content.AppendHtml($"""
            <div class="govuk-button-group"><button type="submit" class="govuk-button{(Warning ? " govuk-button--warning" : Secondary ? " govuk-button--secondary" : "")}" data-module="govuk-button"{once}>{Markup.Text(Button)}</button>{also}{cancel}</div>
            """);
    }
}
