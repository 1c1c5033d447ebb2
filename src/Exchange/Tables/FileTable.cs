using System.Collections.Immutable;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Exchange.Tables;

/// <summary>
/// A table row by row, from CSV in whichever encoding and with whichever separator spreadsheets write it, or from the first sheet of a workbook. The first row that
/// holds anything names the columns; rows that hold nothing are passed over.
/// </summary>
internal abstract class FileTable : IAsyncDisposable
{
    /// <summary>The columns' names as they stand, without empty ones at the end.</summary>
    public ImmutableArray<string> Header { get; private set; } = [];

    /// <summary>The row at hand as a spreadsheet counts: from 1, empty rows counted.</summary>
    public abstract int Row { get; }

    /// <summary>How many cells the row at hand has; never fewer than filled ones.</summary>
    public abstract int Count { get; }

    /// <summary>Whether a comma in a number can only be a decimal comma: where commas part cells it may as well part thousands.</summary>
    public abstract bool IsDecimalComma { get; }

    /// <summary>What had to be decided to read the file. Complete after the last row.</summary>
    public abstract IEnumerable<string> Notes { get; }

    /// <summary>Whether the row has a cell for each column and nothing right of the last.</summary>
    public bool IsWhole
    {
        get
        {
            for (var at = Header.Length; at < Count; at++)
                if (!Cell(at).IsEmpty) return false;
            return Count >= Header.Length;
        }
    }

    /// <summary>Trimmed.</summary>
    public abstract ReadOnlySpan<char> Cell(int at);

    public async ValueTask<bool> Next(CancellationToken cancellation)
    {
        while (await Read(cancellation))
        {
            for (var at = 0; at < Count; at++)
                if (!Cell(at).IsEmpty) return true;
        }
        return false;
    }

    public abstract ValueTask DisposeAsync();

    protected abstract ValueTask<bool> Read(CancellationToken cancellation);

    /// <summary>Takes the first filled row as the header.</summary>
    internal async Task<Refusal?> ReadHeader(TableLimits limits, CancellationToken cancellation)
    {
        if (!await Next(cancellation)) return limits.Empty;
        if (Count > limits.Columns) return TableRefusals.TooManyColumns(limits.Columns);
        var names = Enumerable.Range(0, Count).Select(at => Cell(at).ToString()).ToList();
        Header = [.. names[..(names.FindLastIndex(n => n.Length > 0) + 1)]];
        return null;
    }
}
