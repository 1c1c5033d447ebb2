using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SosLongitudinal.Web.Shell.Components;

/// <summary>One of several answers to choose from.</summary>
public sealed record Choice(string Value, string Label, string? Hint = null);

/// <summary>
/// <c>&lt;choice-field for="Reason" label="Why?" choices="Model.Reasons" /></c>: radios; checkboxes with <c>multiple</c>, where the property is a list of texts.
/// </summary>
[HtmlTargetElement("choice-field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ChoiceFieldTagHelper : FieldTagHelper
{
    public required IEnumerable<Choice> Choices { get; set; }

    public bool Multiple { get; set; }

    public bool Inline { get; set; }

    public bool Small { get; set; }

    protected override string Content()
    {
        var (id, error) = (Id, Error);
        var kind = Multiple ? "checkboxes" : "radios";
        var look = (Inline ? $" govuk-{kind}--inline" : "") + (Small ? $" govuk-{kind}--small" : "");
        var chosen = Chosen();
        var items = string.Concat(Choices.Select((choice, i) => Item(choice, i == 0 ? id : $"{id}-{i + 1}", kind, chosen.Contains(choice.Value))));
        return $"""
            <fieldset class="govuk-fieldset"{Markup.DescribedBy(id, Hint, error)}>{Legend()}{Markup.Hint(id, Hint)}{Markup.Error(id, error)}
            <div class="govuk-{kind}{look}" data-module="govuk-{kind}">{items}</div></fieldset>
            """;
    }

    private string Item(Choice choice, string id, string kind, bool isChosen)
    {
        var hint = choice.Hint is null ? "" : $"""<div id="{id}-item-hint" class="govuk-hint govuk-{kind}__hint">{Markup.Text(choice.Hint)}</div>""";
        var described = choice.Hint is null ? "" : $" aria-describedby=\"{id}-item-hint\"";
        return $"""
            <div class="govuk-{kind}__item"><input class="govuk-{kind}__input" id="{id}" name="{For.Name}" type="{(Multiple ? "checkbox" : "radio")}" value="{Markup.Text(choice.Value)}"{(isChosen ? " checked" : "")}{described}>
            <label class="govuk-label govuk-{kind}__label" for="{id}">{Markup.Text(choice.Label)}</label>{hint}</div>
            """;
    }

    private HashSet<string> Chosen() => For.Model switch
    {
        IEnumerable<string> many when Multiple => [.. many],
        _ => [Markup.Value(View, For)],
    };
}

/// <summary><c>&lt;select-field for="Site" label="Site" choices="Model.Sites" autocomplete /></c></summary>
[HtmlTargetElement("select-field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SelectFieldTagHelper : FieldTagHelper
{
    public required IEnumerable<Choice> Choices { get; set; }

    /// <summary>The text of the first line, which stands for no choice; empty for none.</summary>
    public string None { get; set; } = "";

    /// <summary>With script, a box that filters as one types.</summary>
    public bool Autocomplete { get; set; }

    protected override string Content()
    {
        var (id, error) = (Id, Error);
        var value = Markup.Value(View, For);
        var none = None.Length == 0 ? "" : $"""<option value="">{Markup.Text(None)}</option>""";
        var options = string.Concat(Choices.Select(c => $"""<option value="{Markup.Text(c.Value)}"{(c.Value == value ? " selected" : "")}>{Markup.Text(c.Label)}</option>"""));
        var faulty = error is null ? "" : " govuk-select--error";
        return $"""
            {LabelFor(id)}{Markup.Hint(id, Hint)}{Markup.Error(id, error)}
            <select class="govuk-select{faulty}" id="{id}" name="{For.Name}"{(Autocomplete ? " data-autocomplete" : "")}{Markup.DescribedBy(id, Hint, error)}>{none}{options}</select>
            """;
    }
}
