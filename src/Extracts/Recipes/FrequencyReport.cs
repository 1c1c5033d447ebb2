using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using Apache.Arrow;
using SosLongitudinal.Extracts.Columns;
using SosLongitudinal.Extracts.Files;
using Column = SosLongitudinal.Extracts.Columns.Column;

namespace SosLongitudinal.Extracts.Recipes;

/// <summary>How often a value occurs in a column. A reason for no value stands in brackets.</summary>
/// <param name="Documented">Whether the codebook says what it means: by a label, or as a number within the column's range.</param>
public sealed record Frequency(string Column, string ColumnLabel, string Value, string Label, long Rows, bool Documented);

/// <summary>Counts each value of each column that has categories, of a table as it leaves.</summary>
public sealed class FrequencyReport(FileTable table)
{
    private const int MostOfACount = 200;

    private readonly ImmutableArray<(Column Column, int Place)> columns = [.. table.Columns.Select((c, i) => (c, i)).Where(c => Counts(c.c))];
    private readonly Dictionary<string, long>[] seen = [.. table.Columns.Select(_ => new Dictionary<string, long>(StringComparer.Ordinal))];

    public void See(RecordBatch batch)
    {
        foreach (var (_, place) in columns)
        {
            var cell = CellText.WithReasons(batch.Column(place));
            for (var row = 0; row < batch.Length; row++) CollectionsMarshal.GetValueRefOrAddDefault(seen[place], cell(row), out _)++;
        }
    }

    /// <summary>In the order of the columns; values by their number, then by their text, reasons last.</summary>
    public IEnumerable<Frequency> Rows() =>
        from c in columns
        where seen[c.Place].Count <= MostOfACount
        from value in seen[c.Place].OrderBy(v => v.Key.StartsWith('(')).ThenBy(v => Number(v.Key) ?? int.MaxValue).ThenBy(v => v.Key, StringComparer.Ordinal)
        select new Frequency(c.Column.Name, c.Column.Label, value.Key, c.Column.Values.FirstOrDefault(v => v.Value == value.Key)?.Label ?? "", value.Value, IsDocumented(c.Column, value.Key));

    public void Write(TextWriter output)
    {
        output.Write("column,column_label,value,label,rows,documented\n");
        foreach (var row in Rows())
            output.Write(string.Join(',', new[] { row.Column, row.ColumnLabel, row.Value, row.Label, row.Rows.ToString(CultureInfo.InvariantCulture), row.Documented ? "yes" : "no" }.Select(Quoted)) + "\n");
    }

    /// <summary>Codes, words of a list and counts; not ids, dates, decimals or open words.</summary>
    private static bool Counts(Column column) => !column.IsKey && (column.Type is ColumnType.Code or ColumnType.Count || column.IsListed);

    private static bool IsDocumented(Column column, string value) =>
        value.StartsWith('(') || column.Values.Any(v => v.Value == value) || column.Type == ColumnType.Count
        || (Number(value) is { } number && column.Least is { } least && column.Most is { } most && number >= least && number <= most);

    private static int? Number(string value) => int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Quoted(string cell) => cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
