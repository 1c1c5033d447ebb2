using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Exchange.Sheets;

/// <summary>Reads a workbook or CSV file by what it is, not by what it is called. No file makes it throw.</summary>
public static class Workbook
{
    /// <param name="rows">Filled ones, of all sheets together. A workbook with more is refused before its sheets are read.</param>
    public static Decision<Grid> Read(byte[] file, int rows = SheetLimits.Rows) => file switch
    {
        [] => SheetRefusals.Empty,
        { Length: > SheetLimits.FileBytes } => SheetRefusals.TooLarge,
        [0x50, 0x4B, 0x03 or 0x05, ..] => PackageCheck.Checked(file, rows).Then(checkedFile => Zipped(checkedFile, rows)),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => CompoundCheck.Checked(file).Then(checkedFile => SpreadsheetReading.Read(checkedFile, openXml: false, rows)),
        _ when IsMarkup(file) => SheetRefusals.NotSheets,
        _ => CsvReading.Read(file, rows),
    };

    private static Decision<Grid> Zipped(byte[] file, int rows)
    {
        var read = SpreadsheetReading.Read(file, openXml: true, rows);
        return read is Decision<Grid>.Refused { Why: var why } && why == SheetRefusals.Damaged && PackageCheck.WithoutWidths(file) is { } other ? SpreadsheetReading.Read(other, openXml: true, rows) : read;
    }

    /// <summary>A page or an XML file that is called a workbook.</summary>
    private static bool IsMarkup(byte[] file)
    {
        var text = file.AsSpan(0, Math.Min(file.Length, 200)).TrimStart("\uFEFF \t\r\n"u8);
        return text.StartsWith("<?xml"u8) || text.StartsWith("<html"u8) || text.StartsWith("<!DOCTYPE"u8) || text.StartsWith("<!doctype"u8);
    }
}
