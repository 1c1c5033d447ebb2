using System.Runtime.InteropServices;
using System.Text;
using Apache.Arrow;
using Apache.Arrow.Types;

namespace SosLongitudinal.Extracts.Columns;

/// <summary>Arrow arrays over copied cells.</summary>
internal static class Arrays
{
    public static DictionaryType Words { get; } = new(Int16Type.Default, StringType.Default, ordered: false);

    public static IArrowType TypeOf(ColumnType type) => type switch
    {
        ColumnType.Code or ColumnType.Count => Int16Type.Default,
        ColumnType.Decimal or ColumnType.Text => Words,
        ColumnType.Id => StringType.Default,
        ColumnType.Date => Date32Type.Default,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "This is not a column type."),
    };

    public static Int16Array Int16(ReadOnlySpan<short> cells) =>
        new(new ArrowBuffer(MemoryMarshal.AsBytes(cells).ToArray()), ArrowBuffer.Empty, cells.Length, 0, 0);

    public static Date32Array Days(ReadOnlySpan<int> cells) => new(new ArrowBuffer(MemoryMarshal.AsBytes(cells).ToArray()), ArrowBuffer.Empty, cells.Length, 0, 0);

    public static DictionaryArray Dictionary(ReadOnlySpan<short> entries, StringArray words) => new(Words, Int16(entries), words);

    public static StringArray Strings(IReadOnlyCollection<string> texts)
    {
        var offsets = new int[texts.Count + 1];
        var bytes = new byte[texts.Sum(Encoding.UTF8.GetByteCount)];
        var n = 0;
        foreach (var text in texts)
        {
            offsets[n + 1] = offsets[n] + Encoding.UTF8.GetBytes(text, bytes.AsSpan(offsets[n]));
            n++;
        }
        return Strings(offsets, bytes, n);
    }

    public static StringArray Strings(ReadOnlySpan<int> offsets, ReadOnlySpan<byte> bytes, int count) =>
        new(count, new ArrowBuffer(MemoryMarshal.AsBytes(offsets).ToArray()), new ArrowBuffer(bytes.ToArray()), ArrowBuffer.Empty, 0, 0);
}
