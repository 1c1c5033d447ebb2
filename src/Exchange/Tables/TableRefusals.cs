using System.Globalization;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Exchange.Tables;

/// <summary>Why a file cannot be read as a table. Codes are public and never reworded.</summary>
public static class TableRefusals
{
    public static readonly Refusal NotATable = new("import.not-a-table", "The file is neither CSV text nor a workbook. Save it as CSV or as .xlsx and send it again.");

    public static Refusal Quote(int row) => new("import.quote", $"Row {row}: a quote is not closed, or stands alone where it should be doubled.");

    public static Refusal TooManyColumns(int most) => new("import.too-many-columns", string.Create(CultureInfo.InvariantCulture, $"The file has more than {most:N0} columns. Keep those that are needed and send it again."));

    /// <summary>Large tables are read as CSV, row by row; of a workbook all has to be held at once.</summary>
    public static Refusal OfWorkbook(Refusal why) => why.Code is "sheet.expands" or "sheet.too-many-rows" or "sheet.too-large" or "sheet.too-much-text"
        ? why with { Sentence = "The workbook is too large to be read as one. Save its sheet as CSV and send that." }
        : why;
}
