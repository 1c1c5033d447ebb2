using System.Collections.Immutable;

namespace SosLongitudinal.Extracts.Columns;

/// <summary>What a column holds. Codes and counts lie as 16-bit numbers, texts and decimals as a dictionary, ids as UTF-8, dates as days.</summary>
public enum ColumnType { Code = 0, Count = 1, Decimal = 2, Text = 3, Id = 4, Date = 5 }

/// <summary>What one value means.</summary>
public sealed record ValueLabel(string Value, string Label);

/// <summary>One column of a table: what every file format and the codebook are written from.</summary>
public sealed record Column(string Name, string Label, ColumnType Type)
{
    public ImmutableArray<ValueLabel> Values { get; init; } = [];

    /// <summary>Which versions of which instruments its values come from, and how; empty where it is not read from a form's answers.</summary>
    public ImmutableArray<ColumnFeed> Feeds { get; init; } = [];

    /// <summary>The same column as one wave's or one informant's.</summary>
    public Column As(string prefix, string labelPrefix) => prefix.Length == 0 ? this : this with { Name = prefix + Name, Label = labelPrefix + Label };
}
