using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Primitives;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Forms.DoubleEntry;
using SosLongitudinal.Study.Forms.Edits;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Web.Pages.Forms.Fields;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Forms.Edit;

/// <summary>An item, or the form's date, mode or language, that somebody else changed meanwhile: their value and the one typed here, as fields hold them.</summary>
public sealed record ConflictRow(InstrumentDefinition Definition, string Name, string Theirs, string Mine)
{
    public const string Choose = "choose.";
    public const string Kept = "mine.";

    public string Number => Definition.ItemOf(Name)?.Number.ToString(CultureInfo.InvariantCulture) ?? "";

    public string Caption => DoubleEntryWords.Caption(Definition, Name);

    /// <summary>A value as a person reads it.</summary>
    public string Said(string text) => Definition.ItemOf(Name) is not { } item ? DoubleEntryWords.Value(Definition, Name, Answer.Of(text))
        : AnswerReading.Of(item, text) is { } answer ? DoubleEntryWords.Value(Definition, Name, answer) : text;

    public static ImmutableArray<ConflictRow> Of(InstrumentDefinition definition, Form form, FormEdit edit) =>
        [.. EditConflicts.Of(form, edit).Select(c => new ConflictRow(definition, c.Item, c.Theirs.AsText(), c.Mine.AsText()))];

    /// <summary>Those that the page asked about and that are still without a choice.</summary>
    public static ImmutableArray<ConflictRow> Unchosen(InstrumentDefinition definition, Form form, IFormCollection sent) =>
    [
        .. sent.Keys.Where(k => k.StartsWith(Kept, StringComparison.Ordinal)).Select(k => k[Kept.Length..])
            .Where(name => (definition.ItemOf(name) is not null || KeyedDifferences.OfForm.Contains(name)) && StringValues.IsNullOrEmpty(sent[Choose + name]))
            .Select(name => new ConflictRow(definition, name, KeyedDifferences.OfForm.Contains(name) ? FormHead.Of(form).ValueOf(name).AsText() : form.Answers[name].AsText(), $"{sent[Kept + name]}")),
    ];

    /// <summary>The typed answers with each choice as if it had been typed.</summary>
    public static TypedAnswers Typed(IFormCollection sent) => TypedAnswers.From(sent.Select(f =>
        f.Key.StartsWith(Choose, StringComparison.Ordinal) ? KeyValuePair.Create(TypedAnswers.Prefix + f.Key[Choose.Length..], f.Value) : f));

    /// <summary>The form's date, mode and language as typed, with what was chosen of those that the page asked about.</summary>
    public static (TypedDate On, FormMode? Mode, string Language) Head(IFormCollection sent, TypedDate on, FormMode? mode, string language) => (
        DateOnly.TryParseExact(sent[Choose + KeyedDifferences.CompletedOn], "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? TypedDate.Of(day) : on,
        KeyedDifferences.ModeOf($"{sent[Choose + KeyedDifferences.Mode]}") ?? mode,
        $"{sent[Choose + KeyedDifferences.Language]}" is { Length: > 0 } chosen ? chosen : language);
}
