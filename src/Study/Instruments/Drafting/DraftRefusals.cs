using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Instruments.Drafting;

/// <summary>What is said of changes to a draft that cannot be made.</summary>
public static class DraftRefusals
{
    public static readonly Refusal NoTitle = new Refusal("draft.title", "Enter a title.").At("Title");
    public static readonly Refusal NoSuchType = new Refusal("draft.type", "Choose what kind of answer it takes.").At("Type");
    public static readonly Refusal LastItem = new("draft.last-item", "A form needs at least one item. Add another before this one is dropped.");

    public static Refusal NoItem(string name) => new("draft.no-item", $"The draft has no item '{name}'.", RefusalKind.NotFound);
    public static Refusal NameTaken(string name) => new Refusal("draft.name-taken", $"The form already has an item or scale '{name}'.").At("Name");
    public static Refusal BadName(string name) => new Refusal("draft.name", $"'{name}' is not a name: use 1 to 64 lower-case letters, digits and underscores, beginning with a letter.").At("Name");
    public static Refusal BadChoice(string line) => new Refusal("draft.choice", $"'{line}' is not a choice. Write one choice a line: its code, then its words, such as 1 Often.").At("Choices");
    public static Refusal CodeTwice(int code) => new Refusal("draft.code-twice", $"Two choices have code {code}.").At("Choices");
    public static Refusal NoChoices => new Refusal("draft.no-choices", "Enter at least one choice, each on a line of its own.").At("Choices");
}
