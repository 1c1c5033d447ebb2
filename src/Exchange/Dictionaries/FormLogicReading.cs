using System.Text.RegularExpressions;
using SosLongitudinal.Exchange.Notes;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Exchange.Dictionaries;

/// <summary>Translates the logic of one form's fields, which may ask for that form's own answers.</summary>
internal sealed partial class FormLogicReading
{
    private readonly string form;
    private readonly IReadOnlyDictionary<string, DictionaryField> all;
    private readonly Dictionary<string, DictionaryField> taken;
    private readonly string recordId;
    private readonly ImportNotes notes;
    private readonly LogicOverFamily overFamily;

    public FormLogicReading(string form, IEnumerable<DictionaryField> taken, IReadOnlyDictionary<string, DictionaryField> all, string recordId, Func<string, InstrumentId?> idOf, ImportNotes notes)
    {
        (this.form, this.all, this.recordId, this.notes) = (form, all, recordId, notes);
        overFamily = new(name => name != recordId && all.TryGetValue(name, out var field) && FormOfDictionary.IsAnswered(field.Type) ? field : null, idOf);
        this.taken = taken.ToDictionary(f => f.Original, StringComparer.Ordinal);
        LeaveCalculations();
    }

    /// <summary>The expression, or <c>null</c> with a note that says why and what follows.</summary>
    public string? Of(DictionaryField field, DictionaryColumn column, string text, string without)
    {
        if (text.Length == 0)
        {
            if (column == DictionaryColumn.Choices) notes.NotTaken(field.Place(column), $"'{field.Original}' is calculated, but the file does not say how; {without}.");
            return null;
        }
        var (expression, why) = LogicTranslation.Of(text, Find);
        if (expression is null) notes.NotTaken(field.Place(column), $"{Upper(why!)}, so {without}.{Instead(field, column, text)}");
        return expression;
    }

    /// <summary>The first field whose answer a text shows in its place.</summary>
    public string? ShownIn(string text) => Bracketed().Matches(text).Select(m => m.Groups[1].Value).FirstOrDefault(all.ContainsKey);

    /// <summary>What a person can do where only the place of an answer stands in the way.</summary>
    private string Instead(DictionaryField field, DictionaryColumn column, string text) => column switch
    {
        DictionaryColumn.Branching when overFamily.Rule(field, text) is { } rule => $" To find where it is answered all the same, declare a quality rule: {rule}",
        DictionaryColumn.Choices when overFamily.Reads(field, text) => " An extract holds the answers of all forms and waves side by side: work it out there.",
        _ => "",
    };

    /// <summary>What is calculated from something that is not taken is not taken either, nor what is calculated from that.</summary>
    private void LeaveCalculations()
    {
        while (taken.Values.FirstOrDefault(f => f.Type == "calc" && LogicTranslation.Of(f[DictionaryColumn.Choices], Find).Expression is null) is { } field) taken.Remove(field.Original);
    }

    private (DictionaryField? Field, string? Why) Find(string name) =>
        taken.TryGetValue(name, out var field) ? (field, null)
        : name == recordId ? (null, $"[{name}] is the record's number, which is no answer")
        : !all.TryGetValue(name, out var other) ? (null, null)
        : other.Form != form ? (null, $"[{name}] is an answer of the form {other.Form}; a form's logic sees its own answers")
        : (null, $"[{name}] is not taken");

    private static string Upper(string text) => text.Length > 0 ? char.ToUpperInvariant(text[0]) + text[1..] : text;

    [GeneratedRegex(@"\[([a-z][a-z0-9_]*)[^\[\]]*\]")]
    private static partial Regex Bracketed();
}
