using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace SosLongitudinal.Web.Shell.Components;

/// <summary>The parts that GOV.UK form fields have in common: ids, hints and error messages that assistive technology finds.</summary>
internal static class Markup
{
    public static string Id(string name) => name.Replace('.', '-').Replace('[', '-').Replace("]", "", StringComparison.Ordinal);

    public static string Text(string? text) => HtmlEncoder.Default.Encode(text ?? "");

    public static string? ErrorOf(ViewContext view, string name) =>
        view.ViewData.ModelState.TryGetValue(name, out var entry) && entry.ValidationState == ModelValidationState.Invalid ? entry.Errors.FirstOrDefault()?.ErrorMessage : null;

    public static string Hint(string id, string? hint) => hint is null ? "" : $"""<div id="{id}-hint" class="govuk-hint">{Text(hint)}</div>""";

    public static string Error(string id, string? error) =>
        error is null ? "" : $"""<p id="{id}-error" class="govuk-error-message"><span class="govuk-visually-hidden">Error:</span> {Text(error)}</p>""";

    public static string DescribedBy(string id, string? hint, string? error)
    {
        var ids = string.Join(' ', new[] { hint is null ? null : $"{id}-hint", error is null ? null : $"{id}-error" }.Where(i => i is not null));
        return ids.Length == 0 ? "" : $" aria-describedby=\"{ids}\"";
    }

    /// <summary>What was typed, else what the model holds.</summary>
    public static string Value(ViewContext view, ModelExpression field) =>
        view.ViewData.ModelState.TryGetValue(field.Name, out var entry) && entry.AttemptedValue is { } typed ? typed : field.Model?.ToString() ?? "";

    public static string Group(string? error) => $"govuk-form-group{(error is null ? "" : " govuk-form-group--error")}";
}
