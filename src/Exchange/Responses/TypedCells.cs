using System.Globalization;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Exchange.Responses;

/// <summary>
/// A file's cells as a person would have keyed them: dates and decimal commas of other countries in the study's own form. One date that is only one with the month
/// first makes every date of the file that can be read both ways doubtful.
/// </summary>
internal sealed class TypedCells(bool isDecimalComma)
{
    private static readonly string[] NoAnswer = ["na", "n/a", "#n/a", ".", "null", "none", "nan", "-"];

    private readonly List<(int Row, string Column, string Value)> either = [];
    private (int Row, string Value)? monthFirst;

    /// <summary>The day; <c>null</c> where there is none, with what to do.</summary>
    public DateOnly? Day(int row, string column, ReadOnlySpan<char> cell, out string sentence)
    {
        var typed = TypedDay.Of(cell);
        sentence = typed.Sentence;
        if (typed.Doubt == DayDoubt.MonthFirst) monthFirst ??= (row, cell.ToString());
        if (typed.Doubt == DayDoubt.Either) either.Add((row, column, cell.ToString()));
        return typed.Doubt is DayDoubt.None or DayDoubt.Either ? typed.Day : null;
    }

    public string Keyed(int row, string column, ItemCells cells, string cell) => cells.Item.Type switch
    {
        ItemType.Date => Day(row, column, cell, out _) is { } day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : cell,
        ItemType.Number => Number(cell),
        _ => cells.Keyed(cell),
    };

    /// <summary>More to say about a cell of an item that cannot be taken.</summary>
    public static string Hint(Item item, string cell) =>
        item.Type == ItemType.Date && TypedDay.Of(cell) is { Doubt: DayDoubt.MonthFirst or DayDoubt.ShortYear } typed ? $" {typed.Sentence}"
        : item.Type == ItemType.Number && cell.Contains(',', StringComparison.Ordinal) ? " Write it with a point before the decimals and nothing between thousands, such as 1234.5."
        : NoAnswer.Contains(cell, StringComparer.OrdinalIgnoreCase) ? $" If {cell} means that there is no answer, name it among the codes that do."
        : "";

    /// <summary>The cells whose day and month could change places, where another row shows that this file may have the month first.</summary>
    public IEnumerable<RowFault> Doubtful() => monthFirst is not { } shown ? [] : either.Select(e => RowFault.Cell(
        e.Row, e.Column, e.Value, "import.day-or-month", string.Create(CultureInfo.InvariantCulture, $"Row {shown.Row} has the month first ({shown.Value}), so which is the day here is not known. Write all dates such as 2016-03-01.")));

    private string Number(string cell)
    {
        var comma = cell.IndexOf(',', StringComparison.Ordinal);
        var isDecimal = comma > 0 && cell.IndexOfAny(['.', ','], comma + 1) < 0 && cell.AsSpan(0, comma).IndexOf('.') < 0 && (isDecimalComma || cell.Length - comma - 1 != 3);
        return decimal.TryParse(isDecimal ? cell.Replace(',', '.') : cell, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? (number / 1.000000000000000000000000000000m).ToString(CultureInfo.InvariantCulture) // without zeros at the end
            : cell;
    }
}
