using System.Buffers;
using Apache.Arrow;
using SosLongitudinal.Extracts.Files;

namespace SosLongitudinal.Extracts.Sav;

/// <summary>An SPSS file in bytecode compression: dictionary, then the cases as they come.</summary>
internal sealed class SavWriter(IBufferWriter<byte> output, LabelledTable table) : BatchWriter
{
    private readonly List<SavVariable> variables = SavVariable.Of(table);
    private readonly SavBytecode cases = new(output);

    public override void Begin() => SavDictionary.Write(new(output), table, variables, zlib: false);

    public override void Write(RecordBatch batch)
    {
        var columns = SavCells.Of(FileColumn.Of(batch, table.Table.Columns), variables, table.Missing);
        for (var row = 0; row < batch.Length; row++)
            foreach (var column in columns) column.Write(row, cases);
    }

    public override Task End(Func<Task<bool>> flush)
    {
        cases.End();
        return Task.CompletedTask;
    }
}

/// <summary>Everything before the cases.</summary>
internal static class SavDictionary
{
    public static void Write(LittleEndian output, LabelledTable table, IReadOnlyList<SavVariable> variables, bool zlib)
    {
        SavHeader.Write(output, table, variables, zlib);
        SavValueLabels.Write(output, table, variables);
        SavExtensions.Documents(output, table.Table.Notes);
        SavExtensions.Write(output, table, variables);
    }
}
