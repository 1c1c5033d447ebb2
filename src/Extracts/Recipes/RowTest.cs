using System.Globalization;
using Apache.Arrow;
using SosLongitudinal.Extracts.Columns;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Releases;
using Column = SosLongitudinal.Extracts.Columns.Column;

namespace SosLongitudinal.Extracts.Recipes;

/// <summary>A condition on the rows of a table, by one of its columns.</summary>
internal sealed record RowTest(int Column, Func<string?, bool> Fits)
{
    public Func<int, bool> On(RecordBatch batch)
    {
        var text = CellText.Of(batch.Column(Column));
        return row => Fits(text(row));
    }

    public static Decision<RowTest> Of(RecipeFilter filter, int place, Column column)
    {
        var values = filter.Values;
        switch (filter.Op)
        {
            case "is" or "is-not" when !values.IsEmpty:
                var set = values.ToHashSet(StringComparer.Ordinal);
                return new RowTest(place, filter.Op == "is" ? cell => cell is not null && set.Contains(cell) : cell => cell is not null && !set.Contains(cell));
            case "known" or "missing" when values.IsEmpty:
                return new RowTest(place, filter.Op == "known" ? cell => cell is not null : cell => cell is null);
            case "at-least" or "at-most" when values is [var bound]:
                if (Compare(column, bound) is not { } compare) return RecipeRefusals.NotOrdered(filter.Column);
                return new RowTest(place, filter.Op == "at-least" ? cell => cell is not null && compare(cell) >= 0 : cell => cell is not null && compare(cell) <= 0);
            case "is" or "is-not" or "known" or "missing" or "at-least" or "at-most":
                return RecipeRefusals.Values(filter.Column, filter.Op);
            default:
                return RecipeRefusals.Op(filter.Op);
        }
    }

    private static Func<string, int>? Compare(Column column, string bound) => column.Type switch
    {
        ColumnType.Date when DateOnly.TryParseExact(bound, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) => cell => string.CompareOrdinal(cell, bound),
        ColumnType.Code or ColumnType.Count or ColumnType.Decimal when double.TryParse(bound, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) =>
            cell => double.Parse(cell, NumberStyles.Float, CultureInfo.InvariantCulture).CompareTo(number),
        _ => null,
    };
}
