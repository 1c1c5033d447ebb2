using System.Text;
using Apache.Arrow;

namespace SosLongitudinal.Extracts.Columns;

/// <summary>Ids: short ASCII texts, most of them different.</summary>
internal sealed class IdFiller<TRow>(Func<TRow, string> read, int capacity) : Filler<TRow>
{
    private readonly int[] offsets = new int[capacity + 1];
    private byte[] bytes = new byte[capacity * 12];

    public override void Add(TRow row, int at)
    {
        var id = read(row);
        var start = offsets[at];
        if (bytes.Length - start < id.Length * 3) System.Array.Resize(ref bytes, bytes.Length * 2 + id.Length * 3);
        offsets[at + 1] = start + Encoding.UTF8.GetBytes(id, bytes.AsSpan(start));
    }

    public override void Take(int rows, List<IArrowArray> arrays) => arrays.Add(Arrays.Strings(offsets.AsSpan(0, rows + 1), bytes.AsSpan(0, offsets[rows]), rows));
}
