using System.Collections.Immutable;
using SosLongitudinal.Exchange.Definitions;
using SosLongitudinal.Exchange.Notes;
using SosLongitudinal.Exchange.Sheets;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Exchange.Dictionaries;

/// <summary>REDCap data dictionaries: 18 columns, a row for each field, several forms in one file.</summary>
public static class RedcapDictionary
{
    public static Decision<DictionaryReading> Read(byte[] file, ImportTerms terms) => Workbook.Read(file, SheetLimits.FormRows).Select(grid => Read(grid, terms));

    public static DictionaryReading Read(Grid grid, ImportTerms terms)
    {
        var notes = new ImportNotes();
        foreach (var note in grid.Notes) notes.Add(note);
        var fields = DictionarySheet.Read(grid.Sheets.FirstOrDefault(s => !s.Rows.IsEmpty) ?? new("", []), notes);
        if (fields.Count == 0 && !notes.Refused) notes.Error(CellPlace.WholeFile, "The file has no fields. Export the data dictionary again.");
        if (fields.Count > DefinitionLimits.Items) notes.Error(CellPlace.WholeFile, $"The dictionary has {fields.Count:N0} fields; at most {DefinitionLimits.Items:N0} are taken. Split it by form.");
        foreach (var twice in fields.GroupBy(f => f.Original).Where(g => g.Count() > 1)) notes.Error(twice.Last().Place(DictionaryColumn.Field), $"The field '{twice.Key}' stands twice. Give each field its own name.");
        if (notes.Refused) return new([], notes.All());
        var all = fields.ToDictionary(f => f.Original, StringComparer.Ordinal);
        var recordId = fields[0].Original;
        notes.NotTaken(fields[0].Place(DictionaryColumn.Field), $"'{recordId}' numbers the records; families have ids of their own.");
        var forms = fields.Skip(1).GroupBy(f => f.Form).Select(g => new FormOfDictionary(g.Key, [.. g], all, recordId, terms, notes).Read()).OfType<InstrumentDefinition>().ToList();
        foreach (var same in forms.GroupBy(f => f.Id).Where(g => g.Count() > 1)) notes.Error(CellPlace.WholeFile, $"Two forms would both have the id {same.Key}. Rename one of them in the dictionary.");
        if (forms.Count == 0) notes.Error(CellPlace.WholeFile, "No form of the dictionary has a field that can be taken.");
        return new(notes.Refused ? [] : [.. forms], notes.All()) { RecordId = recordId };
    }
}
