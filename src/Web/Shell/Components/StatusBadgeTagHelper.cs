using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SosLongitudinal.Web.Shell.Components;

/// <summary>What a status means to the one who reads it: decides the colour, never the words.</summary>
public enum Tone
{
    Neutral = 0,
    Good = 1,
    Waiting = 2,
    Attention = 3,
    Bad = 4,
}

/// <summary><c>&lt;status-badge tone="Good">Complete&lt;/status-badge></c>: the words say it, the colour helps.</summary>
[HtmlTargetElement("status-badge")]
public sealed class StatusBadgeTagHelper : TagHelper
{
    public Tone Tone { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "strong";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"govuk-tag govuk-tag--{Colour(Tone)}");
    }

    private static string Colour(Tone tone) => tone switch
    {
        Tone.Good => "green",
        Tone.Waiting => "teal",
        Tone.Attention => "yellow",
        Tone.Bad => "red",
        _ => "grey",
    };
}
