using System.Buffers.Text;
using SosLongitudinal.Extracts.Columns;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Extracts.Csv;

/// <summary>Neighbouring columns of 16-bit numbers: most of an extract, so that they are written by one loop.</summary>
internal sealed class CsvCodes(short[][] columns, MissingFrame missing, byte between) : CsvColumns
{
    private const int LongestNumber = 6;

    public override int Most { get; } = columns.Length * (Math.Max(LongestNumber, missing.Longest) + 1);

    public override int Write(int row, byte[] buffer, int at)
    {
        foreach (var cells in columns)
        {
            var cell = cells[row];
            if ((uint)cell < 10) buffer[at++] = (byte)('0' + cell);
            else if (DenseCode.IsCode(cell))
            {
                Utf8Formatter.TryFormat(cell, buffer.AsSpan(at), out var written);
                at += written;
            }
            else
            {
                var text = missing.Of(DenseCode.ReasonOf(cell));
                text.CopyTo(buffer, at);
                at += text.Length;
            }
            buffer[at++] = between;
        }
        return at;
    }
}

/// <summary>Days as ISO dates.</summary>
internal sealed class CsvDates(int[] cells, MissingFrame missing, byte between) : CsvColumns
{
    private const int Length = 10;
    private readonly byte[] last = new byte[Length];
    private int lastDay = int.MinValue;

    public override int Most { get; } = Math.Max(Length, missing.Longest) + 1;

    public override int Write(int row, byte[] buffer, int at)
    {
        var day = cells[row];
        if (Cells.IsMissingDay(day))
        {
            var text = missing.Of(Cells.ReasonOfDay(day));
            text.CopyTo(buffer, at);
            at += text.Length;
        }
        else
        {
            if (day != lastDay) Render(lastDay = day);
            last.CopyTo(buffer, at);
            at += Length;
        }
        buffer[at++] = between;
        return at;
    }

    private void Render(int day)
    {
        var date = Cells.DateOf(day);
        Two(date.Year / 100, 0);
        Two(date.Year % 100, 2);
        last[4] = last[7] = (byte)'-';
        Two(date.Month, 5);
        Two(date.Day, 8);
    }

    private void Two(int value, int at)
    {
        last[at] = (byte)('0' + value / 10);
        last[at + 1] = (byte)('0' + value % 10);
    }
}
