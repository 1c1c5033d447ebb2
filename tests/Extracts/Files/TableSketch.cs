using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Apache.Arrow;
using Apache.Arrow.Types;
using SosLongitudinal.Extracts.Columns;
using SosLongitudinal.Extracts.Files;
using SosLongitudinal.Extracts.Ipc;
using SosLongitudinal.Study.Instruments;
using Column = SosLongitudinal.Extracts.Columns.Column;

namespace SosLongitudinal.Tests.Extracts.Files;

/// <summary>One cell as a test means it: a whole number, a text (of decimals, words and ids), a day, or a reason.</summary>
public readonly record struct SketchCell(int Number, string? Text, MissingReason? Reason)
{
    public static implicit operator SketchCell(int number) => new(number, null, null);

    public static implicit operator SketchCell(string text) => new(0, text, null);

    public static implicit operator SketchCell(MissingReason reason) => new(0, null, reason);

    public static implicit operator SketchCell(DateOnly day) => new(Cells.Day(day), null, null);
}

/// <summary>A column with its cells.</summary>
public sealed record SketchColumn(Column Column, params SketchCell[] Cells);

/// <summary>A small table made by hand or by a generator, with its rows as the registers send them.</summary>
public sealed record TableSketch(string Name, ImmutableArray<SketchColumn> Columns)
{
    public string Title { get; init; } = "A table";

    public int Rows => Columns.IsEmpty ? 0 : Columns[0].Cells.Length;

    public FileTable Table => new(Name, Title, "row", [.. Columns.Select(c => c.Column)]) { AsOf = new(2026, 11, 1), Notes = ["Synthetic: evidence of nothing."] };

    public async IAsyncEnumerable<byte[]> Messages(int batch = 3)
    {
        for (var start = 0; start < Rows; start += batch)
        {
            await Task.Yield();
            yield return ArrowIpc.Write(Batch(start, Math.Min(batch, Rows - start)));
        }
    }

    private RecordBatch Batch(int start, int count)
    {
        var arrays = Columns.Select(c => ArrayOf(c.Column, c.Cells.AsSpan(start, count))).ToList();
        return new(new Schema(Columns.Zip(arrays, (c, a) => new Field(c.Column.Name, a.Data.DataType, false, c.Column.Type == ColumnType.Decimal ? new Dictionary<string, string> { ["decimal"] = "1" } : null)), null), arrays, count);
    }

    private static IArrowArray ArrayOf(Column column, ReadOnlySpan<SketchCell> cells)
    {
        var all = cells.ToArray();
        return column.Type switch
        {
            ColumnType.Code or ColumnType.Count => new Int16Array.Builder().AppendRange(all.Select(c => c.Reason is { } reason ? Cells.Dense(reason) : Cells.Dense(c.Number))).Build(),
            ColumnType.Date => Days([.. all.Select(c => c.Reason is { } reason ? Cells.Day(reason) : c.Number)]),
            ColumnType.Id => new StringArray.Builder().AppendRange(all.Select(c => c.Text ?? "")).Build(),
            _ => Words(all),
        };
    }

    private static Date32Array Days(int[] days) => new(new ArrowBuffer(MemoryMarshal.AsBytes(days.AsSpan()).ToArray()), ArrowBuffer.Empty, days.Length, 0, 0);

    private static DictionaryArray Words(SketchCell[] cells)
    {
        var words = cells.Where(c => c.Text is not null).Select(c => c.Text!).Distinct().ToList();
        var entries = cells.Select(c => c.Reason is { } reason ? (short)reason : (short)(Cells.Reasons + words.IndexOf(c.Text!)));
        return new(new DictionaryType(Int16Type.Default, StringType.Default, false), new Int16Array.Builder().AppendRange(entries).Build(),
            new StringArray.Builder().AppendRange(MissingReasons.All.Select(r => r.Name()).Concat(words)).Build());
    }
}
