using System.Collections.Immutable;
using SosLongitudinal.Extracts.Columns;

namespace SosLongitudinal.Web.Api.Extracts;

/// <summary>One column of a table. <c>feeds</c> says which versions of which instruments fill it, under which item's name, and how their codes change on the way.</summary>
public sealed record ColumnView(string Name, string Label, ColumnType Type, ImmutableArray<ValueLabel> Values, ImmutableArray<ColumnFeed> Feeds)
{
    public static ColumnView Of(Column column) => new(column.Name, column.Label, column.Type, column.Values, column.Feeds);
}
