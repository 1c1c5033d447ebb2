using System.Globalization;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Instruments.Drafting;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Instruments;

/// <summary>The fields of one item as typed.</summary>
public sealed class ItemFields
{
    public string Number { get; set; } = "";

    public string Label { get; set; } = "";

    public string Hint { get; set; } = "";

    public bool Required { get; set; }

    public string Relevant { get; set; } = "";

    public string Choices { get; set; } = "";

    public string List { get; set; } = "";

    public bool ForAll { get; set; }

    public string Min { get; set; } = "";

    public string Max { get; set; } = "";

    public bool Decimals { get; set; }

    public string RequiredWhen { get; set; } = "";

    public string RequiredMessage { get; set; } = "";

    public string Constraint { get; set; } = "";

    public string ConstraintMessage { get; set; } = "";

    public string Calculation { get; set; } = "";

    public string ChoiceFilter { get; set; } = "";

    public string Default { get; set; } = "";

    public bool ReadOnly { get; set; }

    public bool WithoutGate { get; set; }

    /// <summary>A page of an earlier time, or a client of its own, may send no rules; they stay then as they are.</summary>
    public bool WithRules { get; set; }

    public bool HasRules => ReadOnly || new[] { Relevant, RequiredWhen, RequiredMessage, Constraint, ConstraintMessage, Calculation, ChoiceFilter, Default }.Any(t => t.Length > 0);

    public static ItemFields Of(InstrumentDefinition draft, Item item) => new()
    {
        Number = item.Number.ToString(CultureInfo.InvariantCulture),
        Label = item.Label ?? "",
        Hint = item.Hint ?? "",
        Required = item.Required,
        Relevant = item.Relevant ?? "",
        Choices = ChoiceLines.Of(draft.ChoicesOf(item)),
        Min = Text(item.Min),
        Max = Text(item.Max),
        Decimals = item.Decimals,
        RequiredWhen = item.RequiredWhen ?? "",
        RequiredMessage = item.RequiredMessage ?? "",
        Constraint = item.Constraint ?? "",
        ConstraintMessage = item.ConstraintMessage ?? "",
        Calculation = item.Calculation ?? "",
        ChoiceFilter = item.ChoiceFilter ?? "",
        Default = item.Default ?? "",
        ReadOnly = item.ReadOnly,
    };

    public Decision<ItemWords> Read()
    {
        var typed = new TypedFields();
        if (!int.TryParse(Number.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) typed.Fault("Fields.Number", "Enter the item's number on the form, such as 12.");
        var rules = WithRules ? Rules(typed) : null;
        return typed.Refusal is { } no ? no : new ItemWords(number, Label, Hint, Required, Relevant, Choices, ForAll) { Rules = rules, List = Given(List) };
    }

    private ItemRules Rules(TypedFields typed) => new()
    {
        Min = Limit(Min, "Fields.Min", typed),
        Max = Limit(Max, "Fields.Max", typed),
        Decimals = Decimals,
        RequiredWhen = Given(RequiredWhen),
        RequiredMessage = Given(RequiredMessage),
        Constraint = Given(Constraint),
        ConstraintMessage = Given(ConstraintMessage),
        Calculation = Given(Calculation),
        ChoiceFilter = Given(ChoiceFilter),
        Default = Given(Default),
        ReadOnly = ReadOnly,
        WithoutGate = WithoutGate,
    };

    private static decimal? Limit(string text, string field, TypedFields typed)
    {
        if (text.Trim().Length == 0) return null;
        if (decimal.TryParse(text.Trim(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var limit)) return limit;
        typed.Fault(field, "Enter a number such as 10, or leave it empty.");
        return null;
    }

    private static string? Given(string text) => text.Trim() is { Length: > 0 } given ? given : null;

    private static string Text(decimal? number) => number is { } value ? (value / 1.000000000000000000000000000m).ToString(CultureInfo.InvariantCulture) : "";
}
