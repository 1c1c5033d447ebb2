using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Exchange.Lists;

/// <summary>Refusals of a list as a whole. Codes are public and never reworded.</summary>
public static class ListRefusals
{
    public static readonly Refusal Empty = new("list.empty", "The file has no rows. Its first row must name the columns, and each further row is one line of the list.");
    public static readonly Refusal RowTooLong = new("list.row-too-long", "A row is longer than 250,000 characters. Most likely a quote is not closed.");

    /// <summary>What a header must have.</summary>
    public static Refusal? Header(ListKind kind, IReadOnlyCollection<string> header)
    {
        if (header.Where(h => h.Length > 0).GroupBy(h => h).FirstOrDefault(g => g.Count() > 1) is { } twice) return new("list.column-twice", $"Two columns are named {twice.Key}. Remove one of them.");
        var missing = ListColumns.Of(kind).Where(c => c.Needed && !header.Contains(c.Name)).Select(c => c.Name).ToList();
        if (missing.Count > 0) return new("list.columns", $"The file has no column {string.Join(" and no column ", missing)}. The columns are {string.Join(", ", ListColumns.Of(kind).Select(c => c.Name))}.");
        return kind is ListKind.Allocations or ListKind.CaseEvents && !header.Contains("id") && !header.Contains("serial")
            ? new("list.no-id", "No column says which family a row is about. Name one column id (the family's id here) or serial (the authority's own number).")
            : null;
    }
}
