using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using SosLongitudinal.Extracts.Ipc;

namespace SosLongitudinal.Extracts.Recipes;

public enum RowChange { Added = 0, Changed = 1, Gone = 2 }

/// <summary>A cell that differs; a reason for a missing value stands in brackets.</summary>
public sealed record CellDifference(string Column, string Before, string After);

/// <summary>A row that differs, by what it is a row of.</summary>
/// <param name="Family">As it stands in the table; empty where rows are of no family.</param>
public sealed record RowDifference(string Row, string Family, RowChange Change, ImmutableArray<CellDifference> Cells);

/// <summary>What two tables of one kind differ in. All rows are counted; the first so many are listed with their cells.</summary>
public sealed record TableDifference(long Added, long Changed, long Gone, ImmutableArray<string> ColumnsAdded, ImmutableArray<string> ColumnsGone, ImmutableArray<RowDifference> Rows);

/// <summary>Holds two tables against each other, row by row. Memory holds a hash of each row, and the cells of those that are listed.</summary>
public sealed class TableComparison(Func<IAsyncEnumerable<byte[]>> earlier, Func<IAsyncEnumerable<byte[]>> later, int most)
{
    /// <summary>What tells one row from another, as far as a table has it.</summary>
    private static readonly string[] OfFamilies = ["family", "subject", "respondent", "wave", "instrument", "item", "spell", "event", "track", "attempt", "appointment"];
    private static readonly string[] OfUnits = ["group", "worker", "site", "wave", "instrument"];

    public async Task<TableDifference> Of(CancellationToken cancellation = default)
    {
        var (before, after) = (await Columns(earlier, cancellation), await Columns(later, cancellation));
        if (before.IsEmpty) before = after;
        if (after.IsEmpty) after = before;
        string[] common = [.. before.Intersect(after)];
        var left = new Dictionary<string, UInt128>(StringComparer.Ordinal);
        await foreach (var row in Rows(earlier, common, cancellation)) left.Add(row.Key, row.Hash);
        var (added, changed) = (new List<string>(), new List<string>());
        await foreach (var row in Rows(later, common, cancellation))
            if (!left.Remove(row.Key, out var hash)) added.Add(row.Key);
            else if (hash != row.Hash) changed.Add(row.Key);

        var listed = changed.Concat(added).Concat(left.Keys).Take(most).ToHashSet(StringComparer.Ordinal);
        var (old, now) = (await Cells(earlier, common, listed, cancellation), await Cells(later, common, listed, cancellation));
        var rows = listed.Select(key => Difference(key, common, old.GetValueOrDefault(key), now.GetValueOrDefault(key))).OrderBy(r => r.Row, StringComparer.Ordinal);
        return new(added.Count, changed.Count, left.Count, [.. after.Except(before)], [.. before.Except(after)], [.. rows]);
    }

    private static RowDifference Difference(string key, string[] columns, string[]? old, string[]? now)
    {
        var family = System.Array.IndexOf(columns, OfFamilies[0]) is >= 0 and var at ? (now ?? old)![at] : "";
        if (old is null || now is null) return new(key, family, old is null ? RowChange.Added : RowChange.Gone, []);
        return new(key, family, RowChange.Changed, [.. columns.Select((c, i) => new CellDifference(c, old[i], now[i])).Where(c => c.Before != c.After)]);
    }

    private static async Task<Dictionary<string, string[]>> Cells(Func<IAsyncEnumerable<byte[]>> table, string[] columns, HashSet<string> listed, CancellationToken cancellation)
    {
        var cells = new Dictionary<string, string[]>(StringComparer.Ordinal);
        await foreach (var row in Rows(table, columns, cancellation)) if (listed.Contains(row.Key)) cells.Add(row.Key, row.Cells);
        return cells;
    }

    private static async IAsyncEnumerable<(string Key, UInt128 Hash, string[] Cells)> Rows(Func<IAsyncEnumerable<byte[]>> table, string[] columns, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var keys = (columns.Contains(OfFamilies[0]) ? OfFamilies : OfUnits).Where(columns.Contains).Select(k => System.Array.IndexOf(columns, k)).ToArray();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        await foreach (var message in table().WithCancellation(cancellation))
        {
            using var batch = ArrowIpc.Read(message);
            var read = columns.Select(c => CellText.WithReasons(batch.Column(batch.Schema.GetFieldIndex(c)))).ToArray();
            for (var row = 0; row < batch.Length; row++)
            {
                string[] cells = [.. read.Select(cell => cell(row))];
                var key = string.Join(' ', keys.Select(k => cells[k]));
                var times = seen[key] = seen.GetValueOrDefault(key) + 1;
                yield return (times == 1 ? key : $"{key} #{times}", Hash(cells), cells);
            }
        }
    }

    private static UInt128 Hash(string[] cells) => System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\x1f', cells))));

    private static async Task<ImmutableArray<string>> Columns(Func<IAsyncEnumerable<byte[]>> table, CancellationToken cancellation)
    {
        await foreach (var message in table().WithCancellation(cancellation))
        {
            using var batch = ArrowIpc.Read(message);
            return [.. batch.Schema.FieldsList.Select(f => f.Name)];
        }
        return [];
    }
}
