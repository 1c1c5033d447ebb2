using System.Collections.Immutable;
using SosLongitudinal.Exchange.Notes;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Logic;

namespace SosLongitudinal.Exchange.Definitions;

/// <summary>Holds an imported form's expressions against what the study can evaluate. One that cannot be used is left out and listed with its cell.</summary>
internal static class ExpressionCheck
{
    /// <summary>What is left out can leave others with nothing, round by round; past so many the form is refused.</summary>
    private const int Rounds = 25;

    public static InstrumentDefinition? Usable(InstrumentDefinition definition, Func<string, LogicPart, CellPlace> place, ImportNotes notes)
    {
        for (var round = 0; round < Rounds; round++)
        {
            var faults = FormLogic.Of(definition).Faults;
            var blocking = faults.Where(f => f.Blocks).DistinctBy(f => (f.Where, f.Part)).ToList();
            if (blocking.Count == 0)
            {
                foreach (var look in faults.DistinctBy(f => (f.Where, f.Part))) notes.Changed(place(look.Where, look.Part), look.Fault.Sentence);
                return definition.Items.IsEmpty ? Nothing(place, notes) : definition;
            }
            foreach (var fault in blocking)
            {
                definition = Without(definition, fault);
                notes.NotTaken(place(fault.Where, fault.Part), $"{fault.Fault.Sentence} So {Words(fault)}.");
            }
        }
        notes.Error(CellPlace.WholeFile, "The expressions of this form hang on each other and cannot be used. Correct those that are listed, and send the file again.");
        return null;
    }

    private static InstrumentDefinition? Nothing(Func<string, LogicPart, CellPlace> place, ImportNotes notes)
    {
        notes.Error(CellPlace.WholeFile, "No question is left that can be taken. Correct what is listed, and send the file again.");
        return null;
    }

    private static string Words(LogicFault fault) => fault.Part switch
    {
        LogicPart.Relevant => $"{fault.Where} is always asked",
        LogicPart.Constraint => $"answers to {fault.Where} are not checked by it",
        LogicPart.Calculation => $"{fault.Where} is not calculated",
        LogicPart.ChoiceFilter => $"{fault.Where} always offers all its choices",
        LogicPart.Default => $"{fault.Where} starts empty",
        LogicPart.Required => $"{fault.Where} need not be answered",
        LogicPart.ReadOnly => $"{fault.Where} can always be changed",
        _ => $"{fault.Where} can be filled in as often as it may at most",
    };

    private static InstrumentDefinition Without(InstrumentDefinition definition, LogicFault fault)
    {
        if (fault.Part == LogicPart.RepeatCount) return OfSections(definition, s => s.Name == fault.Where, s => s with { RepeatCount = null });
        if (fault.Part != LogicPart.Relevant) return OfItems(definition, fault.Where, item => WithoutPart(item, fault.Part));
        var own = OfItems(definition, fault.Where, item => item with { Relevant = null });
        var over = Over(definition, fault.Where);
        var hasOwn = definition.Sections.SelectMany(s => s.Items).Any(i => i.Name == fault.Where && i.Relevant is not null);
        // a section's condition is blamed on its first item
        return hasOwn && (over.IsEmpty || !FormLogic.Of(own).Faults.Any(f => f.Blocks && f.Where == fault.Where && f.Part == fault.Part)) ? own
            : OfSections(definition, s => over.Contains(s) || s.Name == fault.Where, s => s with { Relevant = null });
    }

    /// <summary>The nearest section with a condition that an item lies in.</summary>
    private static ImmutableArray<Section> Over(InstrumentDefinition definition, string item)
    {
        var section = definition.Sections.FirstOrDefault(s => s.Items.Any(i => i.Name == item));
        for (var steps = 0; section is not null && steps <= definition.Sections.Length; steps++)
        {
            if (section.Relevant is not null) return [section, .. definition.Sections.Where(s => s.Name is not null && s.Name == section.Name)];
            section = section.Parent is { } parent ? definition.Sections.FirstOrDefault(s => s.Name == parent) : null;
        }
        return [];
    }

    private static Item? WithoutPart(Item item, LogicPart part) => part switch
    {
        LogicPart.Constraint => item with { Constraint = null, ConstraintMessage = null },
        LogicPart.Calculation when item.Type == ItemType.Computed => null,
        LogicPart.Calculation => item with { Calculation = null },
        LogicPart.ChoiceFilter => item with { ChoiceFilter = null },
        LogicPart.Default => item with { Default = null },
        LogicPart.Required => item with { RequiredWhen = null },
        LogicPart.ReadOnly => item with { ReadOnlyWhen = null },
        _ => item,
    };

    private static InstrumentDefinition OfItems(InstrumentDefinition definition, string name, Func<Item, Item?> change) =>
        OfSections(definition, s => s.Items.Any(i => i.Name == name), s => s with { Items = [.. s.Items.Select(i => i.Name == name ? change(i) : i).OfType<Item>()] });

    private static InstrumentDefinition OfSections(InstrumentDefinition definition, Func<Section, bool> which, Func<Section, Section> change) =>
        definition with { Sections = [.. definition.Sections.Select(s => which(s) ? change(s) : s)] };
}
