using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SosLongitudinal.Web.Shell.Components;

/// <summary><c>&lt;text-field for="Email" label="E-mail address" hint="..." width="20" /></c></summary>
[HtmlTargetElement("text-field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TextFieldTagHelper : FieldTagHelper
{
    /// <summary>text, email, password, tel, search.</summary>
    public string Type { get; set; } = "text";

    /// <summary>Characters that fit: 2, 3, 4, 5, 10, 20, 30; empty for the full column.</summary>
    public string Width { get; set; } = "";

    public string? Autocomplete { get; set; }

    /// <summary>numeric shows the digits first on a telephone.</summary>
    public string? Inputmode { get; set; }

    protected override string Content()
    {
        var (id, error) = (Id, Error);
        var value = Type == "password" ? "" : Markup.Value(View, For);
        var width = Width.Length == 0 ? "" : $" govuk-input--width-{Width}";
        var faulty = error is null ? "" : " govuk-input--error";
        var more = (Autocomplete is null ? "" : $" autocomplete=\"{Markup.Text(Autocomplete)}\"") + (Inputmode is null ? "" : $" inputmode=\"{Markup.Text(Inputmode)}\"");
        return $"""
            {LabelFor(id)}{Markup.Hint(id, Hint)}{Markup.Error(id, error)}
            <input class="govuk-input{width}{faulty}" id="{id}" name="{For.Name}" type="{Type}" value="{Markup.Text(value)}" spellcheck="false"{more}{Markup.DescribedBy(id, Hint, error)}>
            """;
    }
}

/// <summary><c>&lt;text-area for="Why" label="Reason" rows="3" /></c></summary>
[HtmlTargetElement("text-area", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TextAreaTagHelper : FieldTagHelper
{
    public int Rows { get; set; } = 3;

    protected override string Content()
    {
        var (id, error) = (Id, Error);
        var faulty = error is null ? "" : " govuk-textarea--error";
        return $"""
            {LabelFor(id)}{Markup.Hint(id, Hint)}{Markup.Error(id, error)}
            <textarea class="govuk-textarea{faulty}" id="{id}" name="{For.Name}" rows="{Rows}"{Markup.DescribedBy(id, Hint, error)}>{Markup.Text(Markup.Value(View, For))}</textarea>
            """;
    }
}
