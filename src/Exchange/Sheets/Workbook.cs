using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Exchange.Sheets;

/// <summary>Reads a workbook or CSV file by what it is, not by what it is called. No file makes it throw.</summary>
public static class Workbook
{
    public static Decision<Grid> Read(byte[] file) => file switch
    {
        [] => SheetRefusals.Empty,
        { Length: > SheetLimits.FileBytes } => SheetRefusals.TooLarge,
        [0x50, 0x4B, 0x03 or 0x05, ..] => PackageCheck.Checked(file).Then(checkedFile => SpreadsheetReading.Read(checkedFile, openXml: true)),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => CompoundCheck.Checked(file).Then(checkedFile => SpreadsheetReading.Read(checkedFile, openXml: false)),
        _ => CsvReading.Read(file),
    };
}
