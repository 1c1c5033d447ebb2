using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SosLongitudinal.Web.Shell.Components;

/// <summary><c>&lt;date-field for="MovedOn" label="When did they move?" /></c>, where the property is a <see cref="TypedDate"/>.</summary>
[HtmlTargetElement("date-field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DateFieldTagHelper : FieldTagHelper
{
    protected override string Content()
    {
        var (id, error) = (Id, Error);
        var date = (TypedDate?)For.Model ?? new();
        var parts = Part(id, "Day", date.Day, 2, error) + Part(id, "Month", date.Month, 2, error) + Part(id, "Year", date.Year, 4, error);
        return $"""
            <fieldset class="govuk-fieldset" role="group"{Markup.DescribedBy(id, Hint, error)}>{Legend()}{Markup.Hint(id, Hint)}{Markup.Error(id, error)}
            <div class="govuk-date-input" id="{id}-parts">{parts}</div></fieldset>
            """;
    }

    private string Part(string id, string part, string value, int width, string? error) => $"""
        <div class="govuk-date-input__item"><div class="govuk-form-group">
        <label class="govuk-label govuk-date-input__label" for="{(part == "Day" ? id : $"{id}-{part}")}">{part}</label>
        <input class="govuk-input govuk-date-input__input govuk-input--width-{width}{(error is null ? "" : " govuk-input--error")}" id="{(part == "Day" ? id : $"{id}-{part}")}" name="{For.Name}.{part}" type="text" inputmode="numeric" value="{Markup.Text(value)}">
        </div></div>
        """;
}
