using System.Collections.Immutable;
using SosLongitudinal.Exchange.Definitions;
using SosLongitudinal.Exchange.Notes;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Logic;

namespace SosLongitudinal.Exchange.Dictionaries;

/// <summary>One form of a dictionary as a definition.</summary>
internal sealed class FormOfDictionary(string form, ImmutableArray<DictionaryField> fields, IReadOnlyDictionary<string, DictionaryField> all, string recordId, ImportTerms terms, ImportNotes notes)
{
    private static readonly string[] Types = ["text", "notes", "textarea", "radio", "yesno", "truefalse", "dropdown", "select", "checkbox", "slider", "descriptive", "calc"];

    public InstrumentDefinition? Read()
    {
        var place = fields[0].Place(DictionaryColumn.Form);
        if (IdOf(form) is not { } id)
        {
            notes.Error(place, $"The form '{form}' has no name that can be an id. Give it one in letters and digits.");
            return null;
        }
        var taken = fields.Where(IsTaken).ToList();
        foreach (var clash in taken.GroupBy(f => f.Name).Where(g => g.Count() > 1)) notes.Error(clash.Last().Place(DictionaryColumn.Field), $"'{clash.First().Original}' and '{clash.Last().Original}' would both be called {clash.Key}. Rename one of them.");
        foreach (var renamed in taken.Where(f => f.Name != f.Original)) notes.Changed(renamed.Place(DictionaryColumn.Field), $"'{renamed.Original}' is called {renamed.Name} here.");
        if (notes.Refused) return null;
        var choices = new FieldChoices(terms, id, notes);
        var reading = new FieldReading(choices, new(form, taken, all, recordId, IdOf, notes), notes);
        var sections = FormSections.Of(taken.Select(f => (f, reading.Read(f))).Where(p => p.Item2 is not null).Select(p => (p.f, p.Item2!)));
        if (sections.IsEmpty)
        {
            notes.NotTaken(place, $"The form '{form}' has no field that can be taken.");
            return null;
        }
        var read = new InstrumentDefinition
        {
            Id = id,
            Version = 1,
            Title = FormSections.Words(form),
            Subject = terms.Subject,
            Respondents = terms.Respondents,
            Consent = terms.Consent,
            Track = terms.Track,
            Licence = "Not stated: the file does not say who owns the wording.",
            ChoiceLists = choices.Lists,
            Sections = sections,
        };
        var fieldByName = taken.ToDictionary(f => f.Name, StringComparer.Ordinal);
        return ExpressionCheck.Usable(read, (name, part) => fieldByName.TryGetValue(name, out var field) ? field.Place(ColumnOf(field, part)) : place, notes);
    }

    private static DictionaryColumn ColumnOf(DictionaryField field, LogicPart part) => part switch
    {
        LogicPart.Relevant => DictionaryColumn.Branching,
        LogicPart.Calculation => DictionaryColumn.Choices,
        LogicPart.Default => DictionaryColumn.Annotation,
        _ => field[DictionaryColumn.Min].Length > 0 ? DictionaryColumn.Min : field[DictionaryColumn.Max].Length > 0 ? DictionaryColumn.Max : DictionaryColumn.Validation,
    };

    private InstrumentId? IdOf(string named) => CleanNames.OfInstrument(terms.Id is { } first ? $"{first}-{named}" : named);

    /// <summary>Whether fields of the type have an answer here.</summary>
    public static bool IsAnswered(string type) => Types.Contains(type) && type != "descriptive";

    public static bool IsType(string type) => Types.Contains(type) || type is "file" or "sql";

    private bool IsTaken(DictionaryField field)
    {
        if (Types.Contains(field.Type)) return true;
        var place = field.Place(DictionaryColumn.Type);
        if (field.Type == "file") notes.NotTaken(place, $"'{field.Original}' is a file or a signature, which forms do not hold.");
        else if (field.Type == "sql") notes.NotTaken(place, $"'{field.Original}' takes its choices from a database.");
        else notes.Error(place, $"'{field.Type}' is not a type of field. Correct it, or remove the row.");
        return false;
    }
}
