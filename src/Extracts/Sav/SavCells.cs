using SosLongitudinal.Extracts.Columns;
using SosLongitudinal.Extracts.Files;
using SosLongitudinal.Extracts.Missing;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Extracts.Sav;

/// <summary>One or several neighbouring columns of a batch as cases hold them.</summary>
internal abstract class SavCells
{
    public abstract void Write(int row, SavBytecode output);

    public static SavCells[] Of(FileColumn[] batch, IReadOnlyList<SavVariable> variables, MissingCodes missing)
    {
        var cells = new List<SavCells>();
        var dense = new List<short[]>();
        for (var i = 0; i < batch.Length; i++)
        {
            if (batch[i] is FileColumn.Dense codes)
            {
                dense.Add(codes.Cells);
                continue;
            }
            Flush();
            cells.Add(batch[i] switch
            {
                FileColumn.Decimals decimals => new SavDecimals(decimals, missing),
                FileColumn.Days days => new SavDays(days.Cells, missing),
                FileColumn.Words words => new SavTexts(row => words.At(row), variables[i]),
                FileColumn.Ids ids => new SavTexts(row => ids.At(row), variables[i]),
                _ => throw new System.Diagnostics.UnreachableException(),
            });
        }
        Flush();
        return [.. cells];

        void Flush()
        {
            if (dense.Count > 0) cells.Add(new SavCodes([.. dense], missing));
            dense.Clear();
        }
    }
}

/// <summary>Neighbouring columns of 16-bit numbers: most of an extract, so that they are written by one loop.</summary>
internal sealed class SavCodes(short[][] columns, MissingCodes missing) : SavCells
{
    private readonly double[] codes = [.. MissingReasons.All.Select(r => (double)missing.Of(r))];
    private readonly byte[] commands = [.. MissingReasons.All.Select(r => SavBytecode.CommandOf(missing.Of(r)))];

    public override void Write(int row, SavBytecode output)
    {
        foreach (var cells in columns)
        {
            var cell = cells[row];
            if (cell is >= SavBytecode.LeastCommand and <= SavBytecode.MostCommand) output.Command((byte)(cell + (int)SavBytecode.Bias));
            else if (DenseCode.IsCode(cell)) output.Number(cell);
            else
            {
                var reason = (int)DenseCode.ReasonOf(cell);
                if (commands[reason] != 0) output.Command(commands[reason]);
                else output.Number(codes[reason]);
            }
        }
    }
}

internal sealed class SavDecimals(FileColumn.Decimals column, MissingCodes missing) : SavCells
{
    public override void Write(int row, SavBytecode output)
    {
        var entry = column.Entries[row];
        if (Cells.IsMissingWord(entry)) output.Number(missing.Of((MissingReason)entry));
        else if (double.IsNaN(column.Values[entry])) output.Missing();
        else output.Number(column.Values[entry]);
    }
}

/// <summary>Days as seconds since the first day of the Gregorian calendar; a reason is its code, which is long before it.</summary>
internal sealed class SavDays(int[] cells, MissingCodes missing) : SavCells
{
    private const double SecondsOfADay = 86_400;

    /// <summary>From 14 October 1582, which SPSS counts from, to 1970.</summary>
    public const int Epoch = 141_428;

    public override void Write(int row, SavBytecode output) =>
        output.Number(Cells.IsMissingDay(cells[row]) ? missing.Of(Cells.ReasonOfDay(cells[row])) : (cells[row] + Epoch) * SecondsOfADay);
}

/// <summary>Texts; those of more than 255 bytes in segments of 255, each with a byte of padding behind it.</summary>
internal sealed class SavTexts(SavTexts.Read at, SavVariable variable) : SavCells
{
    internal delegate ReadOnlySpan<byte> Read(int row);

    private readonly int[] elements = [.. Enumerable.Range(0, variable.Segments).Select(s => SavVariable.ElementsOf(variable.WidthOf(s)))];

    public override void Write(int row, SavBytecode output)
    {
        var text = at(row);
        if (elements.Length == 1)
        {
            output.Text(text, elements[0]);
            return;
        }
        foreach (var count in elements)
        {
            var part = text[..Math.Min(SavVariable.SegmentWidth, text.Length)];
            output.Text(part, count);
            text = text[part.Length..];
        }
    }
}
