using System.Collections.Immutable;
using SosLongitudinal.Exchange.Notes;
using SosLongitudinal.Exchange.Sheets;

namespace SosLongitudinal.Exchange.XlsForms;

/// <summary>A sheet with a row that names its columns: the first, or the first that does where a title or a line over several columns stands above it.</summary>
internal sealed class FormSheet
{
    /// <summary>How far down that row is looked for.</summary>
    private const int Above = 10;

    public FormSheet(Sheet sheet, Func<string, Heading> read)
    {
        Name = sheet.Name;
        var at = Math.Max(0, sheet.Rows.Take(Above).Select((row, i) => (row, i)).Where(r => Names(r.row, read)).Select(r => r.i).DefaultIfEmpty(0).First());
        Headings = sheet.Rows.IsEmpty ? [] : [.. sheet.Rows[at].Cells.Select(read)];
        HeadingRow = sheet.Rows.IsEmpty ? 1 : sheet.Rows[at].Number;
        Rows = sheet.Rows.IsEmpty ? [] : sheet.Rows[(at + 1)..];
        Titles = sheet.Rows.IsEmpty ? [] : sheet.Rows[..at];
    }

    /// <summary>What stands above the headings.</summary>
    public ImmutableArray<SheetRow> Titles { get; }

    private static bool Names(SheetRow row, Func<string, Heading> read)
    {
        var columns = row.Cells.Select(c => read(c).Column).ToHashSet();
        return columns.Contains(Column.Name) && (columns.Contains(Column.Type) || columns.Contains(Column.ListName)) || (columns.Contains(Column.Type) && columns.Contains(Column.Label));
    }

    public string Name { get; }

    public ImmutableArray<Heading> Headings { get; }

    public int HeadingRow { get; }

    public ImmutableArray<SheetRow> Rows { get; }

    public bool Has(Column column) => Headings.Any(h => h.Column == column);

    /// <summary>The first filled cell of the column, whatever language its heading names.</summary>
    public string Cell(SheetRow row, Column column)
    {
        for (var i = 0; i < Headings.Length; i++)
        {
            if (Headings[i].Column == column && row[i].Length > 0) return IsPlain(column) ? PlainText.Of(row[i]) : row[i];
        }
        return "";
    }

    /// <summary>What people read stays as it was written.</summary>
    private static bool IsPlain(Column column) => column is Column.Type or Column.Name or Column.ListName or Column.Relevant or Column.Required or Column.ReadOnly or Column.Constraint or Column.Calculation or Column.ChoiceFilter or Column.RepeatCount;

    /// <summary>The filled cells of a column that stands there in several languages.</summary>
    public IEnumerable<(string? Language, string Text, int Column)> Cells(SheetRow row, Column column)
    {
        for (var i = 0; i < Headings.Length; i++)
        {
            if (Headings[i].Column == column && row[i].Length > 0) yield return (Headings[i].Language, row[i], i);
        }
    }

    public CellPlace Place(SheetRow row, Column column)
    {
        var filled = Cells(row, column).Select(c => c.Column + 1).FirstOrDefault();
        var at = filled > 0 ? filled : Headings.IndexOf(Headings.FirstOrDefault(h => h.Column == column)!) + 1;
        return at == 0 ? PlaceOf(row) : new(Name, row.Number, at, Headings[at - 1].Text);
    }

    public CellPlace PlaceOf(SheetRow row) => new(Name, row.Number);

    public CellPlace PlaceOf(SheetRow row, int column) => new(Name, row.Number, column + 1, Headings[column].Text);

    public CellPlace PlaceOf(int column) => new(Name, HeadingRow, column + 1, Headings[column].Text);
}
