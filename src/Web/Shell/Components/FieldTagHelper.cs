using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SosLongitudinal.Web.Shell.Components;

/// <summary>What every field takes: the property it is for, its label and its hint.</summary>
public abstract class FieldTagHelper : TagHelper
{
    public required ModelExpression For { get; set; }

    public required string Label { get; set; }

    public string? Hint { get; set; }

    /// <summary>xl, l, m or s where the label is the page's heading or stands out; empty for an ordinary one.</summary>
    public string Size { get; set; } = "";

    /// <summary>The label is the page's h1.</summary>
    public bool Heading { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    protected string Id => Markup.Id(For.Name);

    protected string? Error => Markup.ErrorOf(View, For.Name);

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Markup.Group(Error));
        output.Content.SetHtmlContent(Content());
    }

    protected abstract string Content();

    protected string LabelFor(string id)
    {
        var label = $"""<label class="govuk-label{(Size.Length == 0 ? "" : $" govuk-label--{Size}")}" for="{id}">{Markup.Text(Label)}</label>""";
        return Heading ? $"""<h1 class="govuk-label-wrapper">{label}</h1>""" : label;
    }

    protected string Legend()
    {
        var text = Heading ? $"""<h1 class="govuk-fieldset__heading">{Markup.Text(Label)}</h1>""" : Markup.Text(Label);
        return $"""<legend class="govuk-fieldset__legend{(Size.Length == 0 ? "" : $" govuk-fieldset__legend--{Size}")}">{text}</legend>""";
    }
}
