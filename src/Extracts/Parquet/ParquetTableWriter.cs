using System.Buffers;
using Apache.Arrow;
using ParquetSharp;
using ParquetSharp.Arrow;
using SosLongitudinal.Extracts.Files;

namespace SosLongitudinal.Extracts.Parquet;

/// <summary>A Parquet file. Rows are gathered into groups of so many cells that memory stays bounded however wide the table is.</summary>
internal sealed class ParquetTableWriter : BatchWriter, IDisposable
{
    private const int CellsOfAGroup = 8_000_000;
    private readonly PlainBatch plain;
    private readonly WriterProperties properties;
    private readonly ArrowWriterProperties arrow;
    private readonly OutgoingStream outgoing;
    private readonly FileWriter writer;
    private readonly long groupRows;
    private long rows;

    public ParquetTableWriter(IBufferWriter<byte> output, FileTable table, FileChoice choice)
    {
        plain = new(table, choice);
        groupRows = Math.Clamp(CellsOfAGroup / Math.Max(1, table.Columns.Length), 1_024, 131_072);
        using (var made = new WriterPropertiesBuilder().Compression(Compression.Snappy).CreatedBy("SosLongitudinal")) properties = made.Build();
        using (var made = new ArrowWriterPropertiesBuilder().StoreSchema()) arrow = made.Build();
        outgoing = new(output);
        writer = new(outgoing, plain.Schema, properties, arrow, leaveOpen: true);
    }

    public override void Begin() => writer.NewBufferedRowGroup();

    public override void Write(RecordBatch batch)
    {
        if (rows >= groupRows)
        {
            writer.NewBufferedRowGroup();
            rows = 0;
        }
        using var made = plain.Of(batch);
        writer.WriteBufferedRecordBatch(made);
        rows += batch.Length;
    }

    public override Task End(Func<Task<bool>> flush)
    {
        writer.Close();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        outgoing.Drop();
        writer.Dispose();
        arrow.Dispose();
        properties.Dispose();
    }
}
