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
        [0x50, 0x4B, 0x03 or 0x05, ..] => PackageCheck.Checked(file, rows).Then(checkedFile => SpreadsheetReading.Read(checkedFile, openXml: true, rows)),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => CompoundCheck.Checked(file).Then(checkedFile => SpreadsheetReading.Read(checkedFile, openXml: false, rows)),
        _ => CsvReading.Read(file, rows),
    };
}
