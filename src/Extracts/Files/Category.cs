using System.Collections.Immutable;
using System.Globalization;
using SosLongitudinal.Extracts.Columns;

namespace SosLongitudinal.Extracts.Files;

/// <summary>One labelled value of a column.</summary>
/// <param name="Code">As formats with numbers hold it.</param>
/// <param name="Value">As a text file holds it: the code itself, or the word of a list.</param>
public sealed record Category(int Code, string Value, string Label);

/// <summary>The labelled values of columns.</summary>
public static class Categories
{
    /// <summary>Codes with labels; the words of a list with their places from 1. Empty where values are not labelled.</summary>
    public static ImmutableArray<Category> Of(Column column) => column switch
    {
        { IsListed: true } => [.. column.Values.Select((v, n) => new Category(n + 1, v.Value, v.Label))],
        { Type: ColumnType.Code or ColumnType.Count } => [.. column.Values.Select(v => new Category(int.Parse(v.Value, CultureInfo.InvariantCulture), v.Value, v.Label)).OrderBy(c => c.Code)],
        _ => [],
    };
}
