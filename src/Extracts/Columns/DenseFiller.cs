using Apache.Arrow;

namespace SosLongitudinal.Extracts.Columns;

/// <summary>16-bit codes and counts.</summary>
internal sealed class DenseFiller<TRow>(Func<TRow, short> read, int capacity) : Filler<TRow>
{
    private readonly short[] cells = new short[capacity];

    public override void Add(TRow row, int at) => cells[at] = read(row);

    public override void Take(int rows, List<IArrowArray> arrays) => arrays.Add(Arrays.Int16(cells.AsSpan(0, rows)));
}

/// <summary>Days.</summary>
internal sealed class DateFiller<TRow>(Func<TRow, int> read, int capacity) : Filler<TRow>
{
    private readonly int[] cells = new int[capacity];

    public override void Add(TRow row, int at) => cells[at] = read(row);

    public override void Take(int rows, List<IArrowArray> arrays) =>
        arrays.Add(Arrays.Days(cells.AsSpan(0, rows)));
}
