using System.Buffers;
using Apache.Arrow;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;
using SosLongitudinal.Extracts.Files;

namespace SosLongitudinal.Extracts.Xlsx;

/// <summary>Makes the workbook in a temporary file, since a zip archive is finished at its beginning, then gives it out.</summary>
internal sealed class XlsxWriter(IBufferWriter<byte> output, FileTable table, FileChoice choice, TableSpool spool, CancellationToken cancellation) : BatchWriter, IDisposable
{
    private const int CopySize = 1 << 16;
    private readonly FileStream workbook = TemporaryFile.Create();

    public override void Begin() { }

    public override void Write(RecordBatch batch) => throw new InvalidOperationException("A workbook reads its rows itself.");

    public override async Task End(Func<Task<bool>> flush)
    {
        var sheets = new Dictionary<string, object> { ["data"] = XlsxRows.Of(table, choice, spool, cancellation), ["columns"] = XlsxRows.Columns(table), ["values"] = XlsxRows.Values(table, choice) };
        await Task.Run(() => MiniExcel.SaveAs(workbook, sheets, configuration: new OpenXmlConfiguration { AutoFilter = false }), cancellation);
        await using var timeless = TemporaryFile.Create();
        await TimelessZip.Copy(workbook, timeless, cancellation);
        timeless.Position = 0;
        for (int read; (read = await timeless.ReadAsync(output.GetMemory(CopySize), cancellation)) > 0;)
        {
            output.Advance(read);
            if (!await flush()) return;
        }
    }

    public void Dispose() => workbook.Dispose();
}
