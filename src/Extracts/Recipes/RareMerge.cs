using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using SosLongitudinal.Extracts.Columns;

namespace SosLongitudinal.Extracts.Recipes;

/// <summary>The categories of a column that too few rows have, and what stands in their place.</summary>
/// <param name="Rare">As a CSV file shows them.</param>
/// <param name="Other">The word or code in their place.</param>
internal sealed record RareMerge(FrozenSet<string> Rare, string Other, int Below)
{
    public const string Word = "other";

    /// <summary>Whether a column has categories that can stand together.</summary>
    public static bool CanMerge(Column column) => !column.IsKey && column.Type is ColumnType.Code or ColumnType.Text;

    /// <summary>
    /// The rarest categories, until together they have as many rows as a category needs; <c>null</c> where none is rare, or where nothing could be told apart any more.
    /// </summary>
    public static RareMerge? Of(Column column, IReadOnlyDictionary<string, long> counts, int below)
    {
        var ordered = counts.OrderBy(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).ToList();
        var rare = new List<string>();
        var rows = 0L;
        foreach (var (category, count) in ordered)
        {
            if (count >= below && (rare.Count == 0 || rows >= below)) break;
            rare.Add(category);
            rows += count;
        }
        return rare.Count == 0 ? null : new(rare.ToFrozenSet(StringComparer.Ordinal), column.Type == ColumnType.Code ? Code(column, counts.Keys) : Word, below);
    }

    public Column After(Column column)
    {
        var label = string.Create(CultureInfo.InvariantCulture, $"Other: {Rare.Count} categories, each rare or added so that they are {Below} rows or more together");
        return column with
        {
            Values = column.Type == ColumnType.Code || column.IsListed ? [.. column.Values.Where(v => !Rare.Contains(v.Value)), new ValueLabel(Other, label)] : [],
            Most = column.Type == ColumnType.Code && column.Most is { } most ? Math.Max(most, int.Parse(Other, CultureInfo.InvariantCulture)) : column.Most,
        };
    }

    /// <summary>The first code above all that the column has or could have.</summary>
    private static string Code(Column column, IEnumerable<string> met) =>
        (met.Concat(column.Values.Select(v => v.Value)).Select(v => int.Parse(v, CultureInfo.InvariantCulture)).Append(column.Most ?? 0).Max() + 1).ToString(CultureInfo.InvariantCulture);
}
