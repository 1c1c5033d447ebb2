using SosLongitudinal.Exchange.Sheets;
using SosLongitudinal.Study.Kernel;
using Sylvan.Data.Csv;

namespace SosLongitudinal.Exchange.Tables;

/// <summary>Opens a file as a table by what it is, not by what it is called. No file makes it throw.</summary>
internal static class TableFile
{
    private const int HeadBytes = 1 << 16;

    public static async Task<Decision<T>> Read<T>(Stream file, TableLimits limits, Func<FileTable, Task<Decision<T>>> read, CancellationToken cancellation)
    {
        var row = 1;
        try
        {
            var opened = await Open(file, limits, cancellation);
            if (opened is Decision<FileTable>.Refused(var why)) return why;
            await using var table = ((Decision<FileTable>.Accepted)opened).Value;
            try
            {
                return await table.ReadHeader(limits, cancellation) is { } unusable ? unusable : await read(table);
            }
            catch (CsvFormatException)
            {
                return TableRefusals.Quote(row = table.Row);
            }
        }
        catch (CsvRecordTooLargeException)
        {
            return limits.RowTooLong;
        }
        catch (CsvFormatException)
        {
            return TableRefusals.Quote(row);
        }
    }

    private static async Task<Decision<FileTable>> Open(Stream file, TableLimits limits, CancellationToken cancellation)
    {
        var head = new byte[HeadBytes];
        head = head[..await file.ReadAtLeastAsync(head, HeadBytes, throwOnEndOfStream: false, cancellation)];
        if (head.Length == 0) return limits.Empty;
        var whole = new HeadedStream(head, file);
        if (head is [0x50, 0x4B, 0x03 or 0x05, ..] or [0xD0, 0xCF, 0x11, 0xE0, ..]) return await OfWorkbook(whole, cancellation);
        return await CsvText.Open(head, whole, cancellation) is { } text ? await CsvTable.Open(text, limits, cancellation) : TableRefusals.NotATable;
    }

    private static async Task<Decision<FileTable>> OfWorkbook(Stream file, CancellationToken cancellation)
    {
        using var held = new MemoryStream();
        var buffer = new byte[1 << 16];
        while (held.Length <= SheetLimits.FileBytes && await file.ReadAsync(buffer, cancellation) is > 0 and var read) held.Write(buffer, 0, read);
        return Workbook.Read(held.ToArray()) switch
        {
            Decision<Grid>.Accepted(var grid) => new SheetTable(grid),
            Decision<Grid>.Refused(var why) => TableRefusals.OfWorkbook(why),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
