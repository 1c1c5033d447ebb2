using System.Buffers;
using Apache.Arrow;
using SosLongitudinal.Extracts.Files;
using SosLongitudinal.Extracts.Ipc;

namespace SosLongitudinal.Extracts.Dta;

/// <summary>A Stata file: head with its map, rows as they come, then the long texts by a second reading of the rows, then labels.</summary>
internal sealed class DtaWriter(IBufferWriter<byte> output, LabelledTable table, TableSpool spool, CancellationToken cancellation) : BatchWriter
{
    private const int Block = 1 << 16;
    private readonly DtaLayout layout = new(table);
    private readonly LittleEndian bytes = new(output);
    private long observation;

    public override void Begin() => layout.WriteHead(bytes);

    public override void Write(RecordBatch batch)
    {
        var columns = DtaCells.Of(FileColumn.Of(batch, table.Table.Columns), layout, table.Missing);
        var buffer = ArrayPool<byte>.Shared.Rent(Math.Max(Block, layout.RowWidth));
        try
        {
            var at = 0;
            for (var row = 0; row < batch.Length; row++)
            {
                if (at + layout.RowWidth > buffer.Length)
                {
                    bytes.Bytes(buffer.AsSpan(0, at));
                    at = 0;
                }
                observation++;
                foreach (var column in columns)
                {
                    column.Write(row, observation, buffer.AsSpan(at, column.Width));
                    at += column.Width;
                }
            }
            bytes.Bytes(buffer.AsSpan(0, at));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    public override async Task End(Func<Task<bool>> flush)
    {
        layout.Data.Close(bytes);
        layout.LongTexts.Open(bytes);
        var start = bytes.Position;
        if (layout.LongTexts.Length > 0)
        {
            observation = 0;
            await foreach (var message in spool.Read(cancellation))
            {
                LongTexts(message);
                if (!await flush()) return;
            }
        }
        if (bytes.Position - start != layout.LongTexts.Length) throw new InvalidDataException("The long texts are not as long as the map says.");
        layout.WriteTail(bytes);
    }

    private void LongTexts(byte[] message)
    {
        using var batch = ArrowIpc.Read(message);
        var columns = FileColumn.Of(batch, table.Table.Columns);
        for (var row = 0; row < batch.Length; row++)
        {
            observation++;
            for (var i = 0; i < columns.Length; i++)
            {
                if (layout.Types[i] != DtaType.LongText) continue;
                var text = columns[i] switch { FileColumn.Words words => words.At(row), FileColumn.Ids ids => ids.At(row), _ => [] };
                if (!text.IsEmpty) DtaLongTexts.Write(bytes, i + 1, observation, text);
            }
        }
    }
}
