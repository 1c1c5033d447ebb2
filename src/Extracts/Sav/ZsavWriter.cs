using System.Buffers;
using System.IO.Compression;
using Apache.Arrow;
using SosLongitudinal.Extracts.Files;

namespace SosLongitudinal.Extracts.Sav;

/// <summary>
/// An SPSS file whose bytecode is deflated in blocks. Its head says where the last block ends, so that the blocks are laid down in a temporary file first.
/// </summary>
internal sealed class ZsavWriter : BatchWriter, IDisposable
{
    private const int BlockSize = 0x3ff000;
    private const int HeadSize = 24;
    private const int CopySize = 1 << 16;
    private readonly IBufferWriter<byte> output;
    private readonly LabelledTable table;
    private readonly List<SavVariable> variables;
    private readonly SavBytecode cases;
    private readonly ArrayBufferWriter<byte> block = new(BlockSize + (1 << 17));
    private readonly FileStream blocks = TemporaryFile.Create();
    private readonly List<(int Plain, int Packed)> sizes = [];

    public ZsavWriter(IBufferWriter<byte> output, LabelledTable table)
    {
        (this.output, this.table, variables) = (output, table, SavVariable.Of(table));
        cases = new(block);
    }

    public override void Begin() { } // all is written when the blocks are known

    public override void Write(RecordBatch batch)
    {
        var columns = SavCells.Of(FileColumn.Of(batch, table.Table.Columns), variables, table.Missing);
        for (var row = 0; row < batch.Length; row++)
        {
            foreach (var column in columns) column.Write(row, cases);
            while (block.WrittenCount >= BlockSize) Pack(BlockSize);
        }
    }

    public override async Task End(Func<Task<bool>> flush)
    {
        cases.End();
        while (block.WrittenCount > 0) Pack(Math.Min(BlockSize, block.WrittenCount));
        var head = new LittleEndian(output);
        SavDictionary.Write(head, table, variables, zlib: true);
        var start = head.Position;
        var trailer = start + HeadSize + blocks.Length;
        head.Int64(start);
        head.Int64(trailer);
        head.Int64(HeadSize + sizes.Count * HeadSize);
        blocks.Position = 0;
        for (int read; (read = await blocks.ReadAsync(output.GetMemory(CopySize))) > 0;)
        {
            output.Advance(read);
            if (!await flush()) return;
        }
        Trailer(head, start);
    }

    private void Pack(int length)
    {
        var before = blocks.Position;
        using (var zlib = new ZLibStream(blocks, CompressionLevel.Fastest, leaveOpen: true)) zlib.Write(block.WrittenSpan[..length]);
        sizes.Add((length, (int)(blocks.Position - before)));
        var rest = block.WrittenSpan[length..].ToArray();
        block.ResetWrittenCount();
        block.Write(rest);
    }

    private void Trailer(LittleEndian trailer, long start)
    {
        trailer.Int64(-(long)SavBytecode.Bias);
        trailer.Int64(0);
        trailer.Int32(BlockSize);
        trailer.Int32(sizes.Count);
        var (plain, packed) = (start, start + HeadSize);
        foreach (var size in sizes)
        {
            trailer.Int64(plain);
            trailer.Int64(packed);
            trailer.Int32(size.Plain);
            trailer.Int32(size.Packed);
            (plain, packed) = (plain + size.Plain, packed + size.Packed);
        }
    }

    public void Dispose() => blocks.Dispose();
}
