using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace SosLongitudinal.Analysis.Results;

/// <summary>A result as rows of text, for a page or a file.</summary>
public sealed record ResultTable(string Title, ImmutableArray<string> Columns, ImmutableArray<ImmutableArray<string>> Rows)
{
    /// <summary>CSV (RFC 4180). Each row says whether it may be released and whether it is synthetic, since rows are copied without their heading.</summary>
    public string ToCsv(ResultStatus status)
    {
        var text = new StringBuilder();
        Line(text, [.. Columns, "as_of", "release", .. status.Synthetic ? ["synthetic"] : Enumerable.Empty<string>()]);
        foreach (var row in Rows)
            Line(text, [.. row, status.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), status.Release, .. status.Synthetic ? ["synthetic"] : Enumerable.Empty<string>()]);
        return text.ToString();
    }

    public static string Cell(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Empty where there is no number.</summary>
    public static string Cell(double? value, int decimals = 1) => value is { } number && double.IsFinite(number) ? Rounded(number, decimals) : "";

    public static ImmutableArray<string> Row(params ReadOnlySpan<string> cells) => [.. cells];

    /// <summary>Several tables as one: a row for every cell, with the first cells of its row as its key.</summary>
    public static ResultTable LongForm(string title, IEnumerable<(string Part, ResultTable Table, int Keys)> parts) =>
        new(title, ["part", "row", "column", "value"],
            [.. from part in parts
                from row in part.Table.Rows
                from column in Enumerable.Range(part.Keys, part.Table.Columns.Length - part.Keys)
                select Row(part.Part, string.Join(": ", row.Take(part.Keys)), part.Table.Columns[column], row[column])]);

    private static string Rounded(double number, int decimals) => number.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static void Line(StringBuilder text, IEnumerable<string> cells) => text.AppendJoin(',', cells.Select(Quote)).Append("\r\n");

    private static string Quote(string cell)
    {
        var guarded = cell is ['=' or '+' or '@', ..] || IsWordAfterDash(cell) ? "'" + cell : cell;
        return guarded.AsSpan().IndexOfAny(",\"\r\n") < 0 ? guarded : $"\"{guarded.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static bool IsWordAfterDash(string cell) => cell.StartsWith('-') && !double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
}
