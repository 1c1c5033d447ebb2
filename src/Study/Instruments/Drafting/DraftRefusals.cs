using System.Collections.Immutable;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Instruments.Drafting;

/// <summary>What is said of changes to a draft that cannot be made.</summary>
public static class DraftRefusals
{
    public static readonly Refusal NoTitle = new Refusal("draft.title", "Enter a title.").At("Title");
    public static readonly Refusal NoSuchType = new Refusal("draft.type", "Choose what kind of answer it takes.").At("Type");
    public static readonly Refusal LastItem = new("draft.last-item", "A form needs at least one item. Add another before this one is dropped.");

    public static readonly Refusal NoSection = new("draft.no-section", "The draft has no such section. It may have been changed meanwhile: look at the draft again.", RefusalKind.NotFound);
    public static readonly Refusal First = new("draft.first", "It already stands first.");
    public static readonly Refusal Last = new("draft.last", "It already stands last.");
    public static readonly Refusal LeastAboveGreatest = new Refusal("draft.range", "The least answer is above the greatest.").At("Min");
    public static readonly Refusal NoCalculation = new Refusal("draft.no-calculation", "Enter how it is worked out, such as ${rooms} div ${people}.").At("Calculation");
    public static readonly Refusal CountWithoutMost = new Refusal("draft.repeat-most", "Enter how often it can be filled in at most.").At("Repeat");

    public static readonly Refusal RepeatIsNoNumber = new Refusal("draft.repeat-number", "Enter a whole number such as 5, or leave it empty.").At("Repeat");

    public static Refusal BadRepeat(int most) => new Refusal("draft.repeat", $"Enter a number from 1 to {most}, or leave it empty where the section is filled in once.").At("Repeat");
    public static Refusal Expressions(ImmutableArray<FieldFault> faults) => new("draft.expression", "What was typed cannot be worked out. Correct it.") { Faults = faults };
    public static Refusal NoItem(string name) => new("draft.no-item", $"The draft has no item '{name}'.", RefusalKind.NotFound);
    public static Refusal NameTaken(string name) => new Refusal("draft.name-taken", $"The form already has an item or scale '{name}'.").At("Name");
    public static Refusal BadName(string name) => new Refusal("draft.name", $"'{name}' is not a name: use 1 to 64 lower-case letters, digits and underscores, beginning with a letter.").At("Name");
    public static Refusal BadChoice(string line) => new Refusal("draft.choice", $"'{line}' is not a choice. Write one choice a line: its code, then its words, such as 1 Often.").At("Choices");
    public static Refusal CodeTwice(int code) => new Refusal("draft.code-twice", $"Two choices have code {code}.").At("Choices");
    public static Refusal NoChoices => new Refusal("draft.no-choices", "Enter at least one choice, each on a line of its own.").At("Choices");
}
