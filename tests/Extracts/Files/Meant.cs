using System.Collections.Immutable;
using System.Globalization;
using SosLongitudinal.Extracts.Columns;
using SosLongitudinal.Extracts.Files;
using SosLongitudinal.Extracts.Missing;
using SosLongitudinal.Extracts.Shortening;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Tests.Extracts.Files;

/// <summary>What a reader should see of a column, worked out without the writers: from the sketch and the shortening report alone.</summary>
internal sealed class Meant(ShorteningReport report, MissingCodes codes, bool stata)
{
    public string Name(SketchColumn column) => Of(Shortened.Name, column.Column.Name, column.Column.Name);

    public string Label(SketchColumn column) => Of(Shortened.Label, column.Column.Name, column.Column.Label);

    public string Title(TableSketch sketch) => Of(Shortened.Title, "", sketch.Title);

    private string Of(Shortened what, string column, string full) => report.Entries.FirstOrDefault(e => e.What == what && e.Column == column && e.Full == full)?.Written ?? full;

    /// <summary>Labels of a column's values; those of a set that several columns share stand in the report under the first of them.</summary>
    public ImmutableSortedDictionary<string, string> Values(SketchColumn column)
    {
        if (column.Column.Type is ColumnType.Id or ColumnType.Date || (column.Column.Type == ColumnType.Text && column.Column.Values.IsEmpty)) return ImmutableSortedDictionary<string, string>.Empty;
        var real = Categories.Of(column.Column).Select(c => (c.Code.ToString(CultureInfo.InvariantCulture), c.Label));
        var missing = codes.All.Select((c, n) => (stata ? $".{(char)('a' + n)}" : c.Code.ToString(CultureInfo.InvariantCulture), c.Label));
        return real.Concat(missing).ToImmutableSortedDictionary(v => v.Item1, v => report.Entries.FirstOrDefault(e => e.What == Shortened.ValueLabel && e.Full == v.Label && e.Column == column.Column.Name)?.Written ?? v.Label);
    }

    public string Cell(SketchColumn column, SketchCell cell) => (column.Column.Type, cell.Reason) switch
    {
        (ColumnType.Id, _) => "s:" + cell.Text,
        (ColumnType.Text, null) when column.Column.IsListed => Number(1 + column.Column.Values.Select(v => v.Value).ToList().IndexOf(cell.Text!)),
        (ColumnType.Text, null) => "s:" + cell.Text,
        (ColumnType.Text, _) when !column.Column.IsListed => "s:",
        (ColumnType.Decimal, null) when cell.Text == "NaN" => "NA",
        (ColumnType.Decimal, null) => Number(double.Parse(cell.Text!, CultureInfo.InvariantCulture)),
        (_, null) => Number(cell.Number),
        (ColumnType.Date, { } reason) when !stata => $"day of {codes.Of(reason)}",
        (_, { } reason) => stata ? $".{(char)('a' + codes.PlaceOf(reason))}" : Number(codes.Of(reason)),
    };

    /// <summary>Whether a reader takes the cell for a value: blank texts are declared missing in SPSS and no declaration exists in Stata.</summary>
    public bool IsThere(SketchColumn column, SketchCell cell) => column.Column.Type switch
    {
        ColumnType.Id => stata || cell.Text!.Length > 0,
        ColumnType.Text when !column.Column.IsListed => stata || (cell.Reason is null && cell.Text!.Length > 0),
        ColumnType.Decimal => cell.Reason is null && cell.Text != "NaN",
        _ => cell.Reason is null,
    };

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
