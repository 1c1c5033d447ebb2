using System.Collections.Immutable;
using System.Text.Json;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Study.Forms.DoubleEntry;

/// <summary>Where two keyings of one form say different things. <see cref="Item"/> is an item's name, or one of the names for the form's own date, mode and language.</summary>
public sealed record KeyedDifference(string Item, Answer First, Answer Second)
{
    /// <summary>One of the two says that the item does not apply: it follows from another difference.</summary>
    public bool Follows => KeyedDifferences.IsNotApplicable(First) || KeyedDifferences.IsNotApplicable(Second);
}

/// <summary>Holds two keyings of a form against each other. Computed items follow from the others and are not compared; texts are compared without case and spacing.</summary>
public static class KeyedDifferences
{
    /// <summary>Names that no item can have.</summary>
    public const string CompletedOn = "@completedOn";
    public const string Mode = "@mode";
    public const string Language = "@language";

    public static ImmutableArray<string> OfForm { get; } = [CompletedOn, Mode, Language];

    public static ImmutableArray<KeyedDifference> Of(InstrumentDefinition definition, SecondEntry twice) => Of(definition, twice.First, twice.Second);

    public static ImmutableArray<KeyedDifference> Of(InstrumentDefinition definition, KeyedForm first, KeyedForm second)
    {
        var differences = ImmutableArray.CreateBuilder<KeyedDifference>();
        foreach (var name in OfForm) Hold(name, ValueOf(first, name), ValueOf(second, name));
        foreach (var item in definition.Items)
            if (IsKeyed(item)) Hold(item.Name, first.Answers[item.Name], second.Answers[item.Name]);
        return differences.DrainToImmutable();

        void Hold(string name, Answer one, Answer other)
        {
            if (!Same(one, other)) differences.Add(new(name, one, other));
        }
    }

    /// <summary>The answer to an item, or the form's date, mode or language as one.</summary>
    public static Answer ValueOf(KeyedForm form, string name) => name switch
    {
        CompletedOn => Answer.Of(form.CompletedOn),
        Mode => Answer.Of(WordOf(form.Mode)),
        Language => Answer.Of(form.Language),
        _ => form.Answers[name],
    };

    public static string WordOf(FormMode mode) => JsonNamingPolicy.KebabCaseLower.ConvertName(mode.ToString());

    public static FormMode? ModeOf(string word)
    {
        foreach (var mode in Enum.GetValues<FormMode>()) if (WordOf(mode) == word) return mode;
        return null;
    }

    public static bool IsKeyed(Item item) => item.Type is not (ItemType.Note or ItemType.Computed);

    public static bool IsNotApplicable(Answer answer) => answer is Answer.Missing { Reason: MissingReason.NotApplicable };

    public static bool Same(Answer one, Answer other) =>
        one is Answer.Text a && other is Answer.Text b ? string.Equals(Bare(a.Value), Bare(b.Value), StringComparison.OrdinalIgnoreCase) : one == other;

    private static string Bare(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
