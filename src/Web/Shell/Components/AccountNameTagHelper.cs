using Microsoft.AspNetCore.Razor.TagHelpers;
using SosLongitudinal.Web.Shell.Words;

namespace SosLongitudinal.Web.Shell.Components;

/// <summary>
/// <c>&lt;account-name of="@remark.By" /></c>: the person's name with the address behind it; beside it where two people have the same name.
/// <c>&lt;account-name in="@refusal.Sentence" /></c>: a sentence that names accounts by their keys, with their names.
/// </summary>
[HtmlTargetElement("account-name", TagStructure = TagStructure.WithoutEndTag)]
public sealed class AccountNameTagHelper(AccountNames names) : TagHelper
{
    public string? Of { get; set; }

    public string? In { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        if (In is not null)
        {
            output.Content.SetContent(await names.Say(In));
            return;
        }
        var name = await names.Of(Of ?? "");
        if (name.IsKnown)
        {
            (output.TagName, output.TagMode) = ("span", TagMode.StartTagAndEndTag);
            output.Attributes.SetAttribute("title", name.Key);
        }
        output.Content.SetContent(name.ToString());
    }
}
