using System.Collections.Immutable;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Instruments;

/// <summary>What is said of answers that a form cannot hold.</summary>
public static class AnswerRefusals
{
    public static Refusal Faulty(InstrumentDefinition definition, ImmutableArray<FieldFault> faults) => new(
        "form.answers",
        faults.Length == 1
            ? $"One answer cannot be saved on {definition.Title}. Correct it and send the form again. {faults[0].Sentence}"
            : $"{faults.Length} answers cannot be saved on {definition.Title}. Correct them and send the form again.")
    {
        Faults = faults,
    };

    public static FieldFault UnknownItem(string name, InstrumentDefinition definition) =>
        new(name, $"'{name}' is not an item of {definition.Id}.");

    public static FieldFault NotAllowed(Item item, string allowed) =>
        new(item.Name, $"Item {item.Number} ({item.Name}) must be {allowed}, or a reason why it is missing.");

    public static FieldFault TooLong(Item item) =>
        new(item.Name, $"Item {item.Number} ({item.Name}) must be {item.MaxLength} characters or fewer.");

    public static FieldFault NotKeyed(Item item) => new(
        item.Name, $"Item {item.Number} ({item.Name}): a missing answer is one of {string.Join(", ", MissingReasons.Keyed.Select(r => r.Name()))}.");

    public static FieldFault Required(Item item) =>
        new(item.Name, $"Item {item.Number} ({item.Name}) must be answered, or a reason given why it is missing.");

    public static FieldFault NoAnswer(Item item) => new(item.Name, $"Item {item.Number} ({item.Name}) is a note and takes no answer. Leave it out.");
}
