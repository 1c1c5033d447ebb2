using SosLongitudinal.Exchange.Notes;
using SosLongitudinal.Exchange.Sheets;

namespace SosLongitudinal.Exchange.Dictionaries;

/// <summary>A dictionary's rows as fields.</summary>
internal static class DictionarySheet
{
    private const string Name = "dictionary";
    private const string NotAvailable = "NA";

    /// <summary>Columns in which those two letters mean nothing of their own.</summary>
    private static readonly DictionaryColumn[] NeverNotAvailable = [DictionaryColumn.Validation, DictionaryColumn.Min, DictionaryColumn.Max, DictionaryColumn.Identifier, DictionaryColumn.Branching, DictionaryColumn.Required, DictionaryColumn.MatrixRanking];
    private static readonly DictionaryColumn[] Needed = [DictionaryColumn.Field, DictionaryColumn.Form, DictionaryColumn.Type];

    public static List<DictionaryField> Read(Sheet sheet, ImportNotes notes)
    {
        if (sheet.Rows.IsEmpty) return [];
        var headings = sheet.Rows[0].Cells;
        var columns = Columns(sheet, notes);
        foreach (var missing in Needed.Where(n => !columns.ContainsKey(n)))
        {
            notes.Error(new(Name, sheet.Rows[0].Number), $"The first row has no heading '{Words(missing)}'. Export the data dictionary again with all its columns, with the project's language set to English.");
        }
        if (notes.Refused) return [];
        var isBlankNotAvailable = sheet.Rows.Skip(1).Any(r => NeverNotAvailable.Any(c => columns.TryGetValue(c, out var at) && r[at] == NotAvailable));
        if (isBlankNotAvailable) notes.Changed(new(Name, sheet.Rows[0].Number), "Cells that say NA were read as empty: R writes empty cells so.");
        return [.. sheet.Rows.Skip(1).Select(row => Field(row, headings, columns, isBlankNotAvailable)).Where(f => Whole(f, notes))];
    }

    private static Dictionary<DictionaryColumn, int> Columns(Sheet sheet, ImportNotes notes)
    {
        var headings = sheet.Rows[0].Cells;
        var known = headings.Select((heading, at) => (Column: DictionaryHeadings.Of(heading), At: at)).ToList();
        if (!known.Any(k => k.Column is { } column && Needed.Contains(column)) && IsInOrder(sheet))
        {
            notes.Changed(new(Name, sheet.Rows[0].Number), "The headings are in another language, so the columns were read by their order.");
            return Enum.GetValues<DictionaryColumn>().Where(c => (int)c < headings.Length).ToDictionary(c => c, c => (int)c);
        }
        foreach (var (_, at) in known.Where(k => k.Column is null && sheet.Rows.Skip(1).Any(r => r[k.At].Length > 0)))
            notes.NotTaken(new(Name, sheet.Rows[0].Number, at + 1, headings[at]), $"The column '{headings[at]}' is none of a data dictionary.");
        return known.Where(k => k.Column is not null).GroupBy(k => k.Column!.Value).ToDictionary(g => g.Key, g => g.First().At);
    }

    /// <summary>Whether the fourth of 18 columns names types of fields, as it does whatever the language of the headings.</summary>
    private static bool IsInOrder(Sheet sheet) =>
        sheet.Rows[0].Cells.Length is >= (int)DictionaryColumn.Branching and <= (int)DictionaryColumn.Annotation + 1 && sheet.Rows.Length > 1
        && sheet.Rows.Skip(1).All(r => FormOfDictionary.IsType(r[(int)DictionaryColumn.Type].ToLowerInvariant()));

    private static DictionaryField Field(SheetRow row, IReadOnlyList<string> headings, Dictionary<DictionaryColumn, int> columns, bool isBlankNotAvailable) => new(
        column => columns.TryGetValue(column, out var at) && !(isBlankNotAvailable && row[at] == NotAvailable && !Needed.Contains(column)) ? row[at] : "",
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
