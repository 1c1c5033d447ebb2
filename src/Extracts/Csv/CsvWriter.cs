using System.Buffers;
using Apache.Arrow;
using SosLongitudinal.Extracts.Files;

namespace SosLongitudinal.Extracts.Csv;

/// <summary>
/// Writes batches as CSV (RFC 4180, UTF-8) or with tabs in place of commas: the header once, CRLF after every row, quotes only where a text needs them. A text that a
/// spreadsheet could take for a formula (it begins with = + - @ or a control character) gets an apostrophe in front; numbers are never touched.
/// </summary>
public sealed class CsvWriter(IBufferWriter<byte> output, MissingFrame? missing = null, CsvStyle? style = null) : BatchWriter
{
    private const int Block = 64 * 1024;
    private readonly MissingFrame missing = missing ?? MissingFrame.Empty;
    private readonly CsvStyle style = style ?? CsvStyle.Comma;
    private bool headed;

    public CsvWriter(IBufferWriter<byte> output, IEnumerable<string> names, MissingFrame? missing, CsvStyle? style) : this(output, missing, style) => Names = [.. names];

    /// <summary>For a table without rows, where no batch says them.</summary>
    private string[]? Names { get; }

    public override void Begin()
    {
        if (Names is not null) Header(Names);
    }

    /// <summary>Writes the header if it is not there yet: a table without rows has one too.</summary>
    public void Header(Schema schema) => Header([.. schema.FieldsList.Select(f => f.Name)]);

    private void Header(string[] columns)
    {
        if (headed) return;
        headed = true;
        if (style.ByteOrderMark) output.Write("\uFEFF"u8);
        var names = columns.Select(name => CsvQuoting.Quote(name, style)).ToList();
        foreach (var (name, i) in names.Select((n, i) => (n, i)))
        {
            output.Write(name);
            output.Write(i + 1 < names.Count ? [style.Between] : "\r\n"u8);
        }
    }

    public override void Write(RecordBatch batch)
    {
        Header(batch.Schema);
        var columns = CsvColumns.Of(batch, missing, style);
        var most = columns.Sum(c => c.Most) + 2;
        var room = Math.Max(Block, most * 2);
        var buffer = ArrayPool<byte>.Shared.Rent(room);
        try
        {
            var at = 0;
            for (var row = 0; row < batch.Length; row++)
            {
                if (at + most > buffer.Length)
                {
                    output.Write(buffer.AsSpan(0, at));
                    at = 0;
                }
                foreach (var column in columns) at = column.Write(row, buffer, at);
                buffer[at - 1] = (byte)'\r'; // in place of the last separator
                buffer[at++] = (byte)'\n';
            }
            output.Write(buffer.AsSpan(0, at));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
