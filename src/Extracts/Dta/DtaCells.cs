using System.Buffers.Binary;
using SosLongitudinal.Extracts.Columns;
using SosLongitudinal.Extracts.Files;
using SosLongitudinal.Extracts.Missing;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Extracts.Dta;

/// <summary>One column of a batch as rows hold it.</summary>
internal abstract class DtaCells(int width)
{
    public int Width => width;

    /// <param name="cell">Of the column's width.</param>
    /// <param name="observation">From 1, in the whole file.</param>
    public abstract void Write(int row, long observation, Span<byte> cell);

    public static DtaCells[] Of(FileColumn[] batch, DtaLayout layout, MissingCodes missing)
    {
        var cells = new DtaCells[batch.Length];
        for (var i = 0; i < cells.Length; i++)
        {
            var (type, variable) = (layout.Types[i], i + 1);
            cells[i] = batch[i] switch
            {
                FileColumn.Dense dense => new DtaWhole(dense.Cells, type, missing),
                FileColumn.Decimals decimals => new DtaDecimals(decimals, missing),
                FileColumn.Days days => new DtaDays(days.Cells, missing),
                FileColumn.Words words => new DtaTexts(row => words.At(row), type, variable, layout.Wide),
                FileColumn.Ids ids => new DtaTexts(row => ids.At(row), type, variable, layout.Wide),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        }
        return cells;
    }
}

internal sealed class DtaWhole(short[] cells, DtaType type, MissingCodes missing) : DtaCells(type.Width)
{
    private readonly int[] reasons = [.. MissingReasons.All.Select(r => FirstMissing(type) + DtaMissing.LetterOf(missing, r))];

    private static int FirstMissing(DtaType type) => type.Width switch { 1 => DtaMissing.Byte, 2 => DtaMissing.Int, _ => DtaMissing.Long };

    public override void Write(int row, long observation, Span<byte> cell)
    {
        var value = cells[row] is var code && DenseCode.IsCode(code) ? code : reasons[(int)DenseCode.ReasonOf(code)];
        switch (Width)
        {
            case 1: cell[0] = (byte)value; break;
            case 2: BinaryPrimitives.WriteInt16LittleEndian(cell, (short)value); break;
            default: BinaryPrimitives.WriteInt32LittleEndian(cell, value); break;
        }
    }
}

/// <summary>Days since the first of January 1960.</summary>
internal sealed class DtaDays(int[] cells, MissingCodes missing) : DtaCells(sizeof(int))
{
    private const int Epoch = 3_653;

    public override void Write(int row, long observation, Span<byte> cell) => BinaryPrimitives.WriteInt32LittleEndian(cell,
        Cells.IsMissingDay(cells[row]) ? DtaMissing.Long + DtaMissing.LetterOf(missing, Cells.ReasonOfDay(cells[row])) : cells[row] + Epoch);
}

internal sealed class DtaDecimals(FileColumn.Decimals column, MissingCodes missing) : DtaCells(sizeof(double))
{
    public override void Write(int row, long observation, Span<byte> cell)
    {
        var entry = column.Entries[row];
        var value = column.Values[entry];
        BinaryPrimitives.WriteUInt64LittleEndian(cell,
            Cells.IsMissingWord(entry) ? DtaMissing.Double(DtaMissing.LetterOf(missing, (MissingReason)entry)) : double.IsNaN(value) ? DtaMissing.Double(0) : BitConverter.DoubleToUInt64Bits(value));
    }
}

internal sealed class DtaTexts(DtaTexts.Read at, DtaType type, int variable, bool wide) : DtaCells(type.Width)
{
    internal delegate ReadOnlySpan<byte> Read(int row);

    public override void Write(int row, long observation, Span<byte> cell)
    {
        var text = at(row);
        cell.Clear();
        if (type != DtaType.LongText) text.CopyTo(cell);
        else if (!text.IsEmpty) DtaLongTexts.Address(cell, variable, observation, wide);
    }
}
