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

    public bool ForAll { get; set; }

    public static ItemFields Of(InstrumentDefinition draft, Item item) => new()
    {
        Number = item.Number.ToString(CultureInfo.InvariantCulture),
        Label = item.Label ?? "",
        Hint = item.Hint ?? "",
        Required = item.Required,
        Relevant = item.Relevant ?? "",
        Choices = ChoiceLines.Of(draft.ChoicesOf(item)),
    };

    public Decision<ItemWords> Read()
    {
        var typed = new TypedFields();
        if (!int.TryParse(Number.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) typed.Fault("Fields.Number", "Enter the item's number on the form, such as 12.");
        return typed.Refusal is { } no ? no : new ItemWords(number, Label, Hint, Required, Relevant, Choices, ForAll);
    }

    /// <summary>Faults of an item's choices stand at this form's field.</summary>
    public static Refusal At(Refusal why) => why with { Faults = [.. why.Faults.Select(f => f.Field == "Choices" ? f with { Field = "Fields.Choices" } : f)] };
}
