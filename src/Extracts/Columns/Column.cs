using System.Collections.Immutable;

namespace SosLongitudinal.Extracts.Columns;

/// <summary>What a column holds. Codes and counts lie as 16-bit numbers, texts and decimals as a dictionary, ids as UTF-8, dates as days.</summary>
public enum ColumnType { Code = 0, Count = 1, Decimal = 2, Text = 3, Id = 4, Date = 5 }

/// <summary>What may be done with the values: told apart, ordered, or reckoned with.</summary>
public enum MeasureLevel { Nominal = 1, Ordinal = 2, Scale = 3 }

/// <summary>What one value means.</summary>
public sealed record ValueLabel(string Value, string Label);

/// <summary>One column of a table: what every file format and the codebook are written from.</summary>
public sealed record Column(string Name, string Label, ColumnType Type)
{
    public ImmutableArray<ValueLabel> Values { get; init; } = [];

    /// <summary>Which versions of which instruments its values come from, and how; empty where it is not read from a form's answers.</summary>
    public ImmutableArray<ColumnFeed> Feeds { get; init; } = [];

    /// <summary>What a codebook says of it besides its label, such as a formula with its source and limits; else empty.</summary>
    public string Note { get; init; } = "";

    /// <summary>The least number that it can hold, where that is known.</summary>
    public int? Least { get; init; }

    /// <summary>The greatest number that it can hold, where that is known.</summary>
    public int? Most { get; init; }

    public MeasureLevel Level { get; init; } = Type is ColumnType.Count or ColumnType.Decimal or ColumnType.Date ? MeasureLevel.Scale : MeasureLevel.Nominal;

    /// <summary>Whether each value stands for one family, person or worker, so that a file can have pseudonyms in their place.</summary>
    public bool IsKey { get; init; } = Type == ColumnType.Id;

    /// <summary>Whether people wrote it in their own words: it can name somebody, and leaves only where it is asked for and approved.</summary>
    public bool IsFreeText { get; init; }

    /// <summary>Whether it holds words of a fixed list: formats whose labels belong to numbers write the word's place in the list, from 1.</summary>
    public bool IsListed => Type == ColumnType.Text && !Values.IsEmpty;

    /// <summary>The same column as one wave's or one informant's.</summary>
    public Column As(string prefix, string labelPrefix) => prefix.Length == 0 ? this : this with { Name = prefix + Name, Label = labelPrefix + Label };
}
