using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SosLongitudinal.Web.Shell.Components;

/// <summary><c>&lt;file-field for="File" label="File" accept=".xlsx,.csv" /></c>, in a form with <c>enctype="multipart/form-data"</c>. A browser never fills it in again.</summary>
[HtmlTargetElement("file-field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FileFieldTagHelper : FieldTagHelper
{
    /// <summary>Endings that the browser offers first.</summary>
    public string Accept { get; set; } = "";

    protected override string Content()
    {
        var (id, error) = (Id, Error);
        var faulty = error is null ? "" : " govuk-file-upload--error";
        return $"""
            {LabelFor(id)}{Markup.Hint(id, Hint)}{Markup.Error(id, error)}
            <input class="govuk-file-upload{faulty}" id="{id}" name="{For.Name}" type="file" accept="{Markup.Text(Accept)}"{Markup.DescribedBy(id, Hint, error)}>
            """;
    }
}
