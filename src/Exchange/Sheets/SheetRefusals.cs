using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Exchange.Sheets;

/// <summary>Why a file cannot be read as sheets.</summary>
public static class SheetRefusals
{
    public static readonly Refusal Empty = new("sheet.empty", "The file is empty. Choose the file again.");
    public static readonly Refusal TooLarge = new("sheet.too-large", $"The file is larger than {SheetLimits.FileBytes / 1024 / 1024} MB. Remove what is not needed, such as pictures, and save it again.");
    public static readonly Refusal NotSheets = new("sheet.not-sheets", "The file is not a workbook (.xlsx or .xls) or a CSV file. Save it as one of those and send it again.");
    public static readonly Refusal Binary = new("sheet.binary-workbook", "The file is a binary workbook (.xlsb). Save it as .xlsx and send it again.");
    public static readonly Refusal OpenDocument = new("sheet.open-document", "The file is an OpenDocument spreadsheet (.ods). Save it as .xlsx and send it again.");
    public static readonly Refusal Damaged = new("sheet.damaged", "The workbook is damaged and cannot be read. Open it in a spreadsheet program, save it again as .xlsx, and send that.");
    public static readonly Refusal Locked = new("sheet.locked", "The workbook is protected by a password. Save it without a password and send it again.");
    public static readonly Refusal Expands = new("sheet.expands", "The workbook holds far more than its size says and was not opened. Copy the sheets that are needed into a new workbook and send that.");
    public static readonly Refusal TooManySheets = new("sheet.too-many-sheets", $"The workbook has more than {SheetLimits.Sheets} sheets. Keep those that are needed and send it again.");
    public static readonly Refusal TooMuchText = new("sheet.too-much-text", "The file holds more text than can be read at once. Split it and send the parts.");

    public static Refusal TooManyRows(int most) => new("sheet.too-many-rows", $"The file has more than {most:N0} rows. Remove those that are not needed, or split the file.");

    public static Refusal OffTheSheet(string reference) => new("sheet.off-the-sheet", $"The workbook has a cell at '{reference}', which is on no sheet. Open it in a spreadsheet program, save it again as .xlsx, and send that.");

    public static Refusal BrokenCsv(int row) => new("sheet.broken-csv", $"Row {row} of the CSV file cannot be read: a quotation mark is not closed, or a cell is too long. Correct the row and send the file again.");
}
