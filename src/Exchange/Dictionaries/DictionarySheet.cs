using SosLongitudinal.Exchange.Notes;
using SosLongitudinal.Exchange.Sheets;

namespace SosLongitudinal.Exchange.Dictionaries;

/// <summary>A dictionary's rows as fields.</summary>
internal static class DictionarySheet
{
    private const string Name = "dictionary";
    private static readonly DictionaryColumn[] Needed = [DictionaryColumn.Field, DictionaryColumn.Form, DictionaryColumn.Type];

    public static List<DictionaryField> Read(Sheet sheet, ImportNotes notes)
    {
        if (sheet.Rows.IsEmpty) return [];
        var headings = sheet.Rows[0].Cells;
        var columns = new Dictionary<DictionaryColumn, int>();
        for (var i = 0; i < headings.Length; i++)
        {
            if (DictionaryHeadings.Of(headings[i]) is { } column) columns.TryAdd(column, i);
            else if (sheet.Rows.Skip(1).Any(r => r[i].Length > 0)) notes.NotTaken(new(Name, sheet.Rows[0].Number, i + 1, headings[i]), $"The column '{headings[i]}' is none of a data dictionary.");
        }
        foreach (var missing in Needed.Where(n => !columns.ContainsKey(n)))
        {
            notes.Error(new(Name, sheet.Rows[0].Number), $"The first row has no heading '{Words(missing)}'. Export the data dictionary again with all its columns.");
        }
        return notes.Refused ? [] : [.. sheet.Rows.Skip(1).Select(row => Field(row, headings, columns)).Where(f => Whole(f, notes))];
    }

    private static DictionaryField Field(SheetRow row, IReadOnlyList<string> headings, Dictionary<DictionaryColumn, int> columns) => new(
        column => columns.TryGetValue(column, out var at) ? row[at] : "",
        column => columns.TryGetValue(column, out var at) ? new(Name, row.Number, at + 1, headings[at]) : new(Name, row.Number));

    private static bool Whole(DictionaryField field, ImportNotes notes)
    {
        var missing = Needed.Where(n => field[n].Length == 0).ToList();
        foreach (var column in missing) notes.Error(field.Place(column), $"The row has no {Words(column)}. Enter it, or remove the row.");
        return missing.Count == 0;
    }

    private static string Words(DictionaryColumn column) => column switch
    {
        DictionaryColumn.Field => "Variable / Field Name",
        DictionaryColumn.Form => "Form Name",
        _ => "Field Type",
    };
}
