using System.Collections.Immutable;
using SosLongitudinal.Study.Forms.DoubleEntry;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Forms.Edits;

/// <summary>Refusals about changing a saved form. Codes are public and never reworded.</summary>
public static class EditRefusals
{
    public static readonly Refusal Words = new("form.edit-words", $"Say in words why it is changed, in at most {EditRules.LongestWords} characters.");

    public static readonly Refusal Unsettled = new("form.edit-unsettled", "This form was entered twice and its differences are not settled. Settle them first; that is how it is changed.", RefusalKind.Conflict);

    /// <summary>The faults name each item that both changed, with both values.</summary>
    public static Refusal Changed(Form form, ImmutableArray<EditConflict> conflicts, InstrumentDefinition definition) => new(
        "form.changed",
        $"{LastBy(form)} after you opened it; it is now version {form.Version}. {(conflicts.IsEmpty ? "Look at what changed and save again." : "Choose which answers are right and save again.")}",
        RefusalKind.Conflict)
    {
        Faults = [.. conflicts.Select(c => new FieldFault(c.Item, $"{Named(definition, c.Item)}: it was {c.Before.Said()}, {form.Trail?.Changes[^1].By} made it {c.Theirs.Said()}, you enter {c.Mine.Said()}."))],
    };

    private static string Named(InstrumentDefinition definition, string name) => name switch
    {
        KeyedDifferences.CompletedOn => "The day it was filled in on",
        KeyedDifferences.Mode => "How it was filled in",
        KeyedDifferences.Language => "Its language",
        _ => $"Item {definition.ItemOf(name)?.Number} ({name})",
    };

    private static string LastBy(Form form) =>
        form.Trail?.Changes is [.., { } last] && last.Version == form.Version ? $"{last.By} changed this form on {DayWords.Of(last.At)}," : "This form was changed";
}
