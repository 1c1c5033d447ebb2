using System.Collections.Immutable;
using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using SosLongitudinal.Exchange.Notes;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Exchange.Sheets;

/// <summary>Workbooks, formulas by the values they were saved with.</summary>
internal static class SpreadsheetReading
{
    /// <summary>How many rows may stand above the headings.</summary>
    private const int Above = 10;

    static SpreadsheetReading() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static Decision<Grid> Read(byte[] file, bool openXml, int rows)
    {
        try
        {
            using var stream = new MemoryStream(file, writable: false);
            using var reader = openXml ? ExcelReaderFactory.CreateOpenXmlReader(stream) : ExcelReaderFactory.CreateBinaryReader(stream);
            if (reader.ResultsCount > SheetLimits.Sheets) return SheetRefusals.TooManySheets;
            var (sheets, notes) = (ImmutableArray.CreateBuilder<Sheet>(), ImmutableArray.CreateBuilder<ImportNote>());
            var room = new SheetRoom(rows);
            do
            {
                if (SheetOf(reader, room, notes).Match(sheet => { sheets.Add(sheet); return (Refusal?)null; }, why => why) is { } why) return why;
            }
            while (reader.NextResult());
            return new Grid(sheets.DrainToImmutable()) { Notes = notes.DrainToImmutable() };
        }
        catch (InvalidPasswordException)
        {
            return SheetRefusals.Locked;
        }
        catch (Exception fault) when (fault is not OutOfMemoryException) // a broken workbook makes the library throw nearly anything
        {
            return SheetRefusals.Damaged;
        }
    }

    private static Decision<Sheet> SheetOf(IExcelDataReader reader, SheetRoom room, ImmutableArray<ImportNote>.Builder notes)
    {
        var rows = ImmutableArray.CreateBuilder<SheetRow>();
        var width = SheetLimits.Columns;
        while (reader.Read())
        {
            if (room.TakeRow(reader.FieldCount) is { } tooMany) return tooMany;
            var cells = new string[Math.Min(width, reader.FieldCount)];
            var used = 0;
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = CellText.Of(reader.GetValue(i));
                if (cells[i].Length > 0) used = i + 1;
                if (room.TakeText(cells[i]) is { } tooMuch) return tooMuch;
            }
            if (used == 0) continue;
            if (room.TakeFilledRow() is { } full) return full;
            rows.Add(new(reader.Depth + 1, [.. cells.AsSpan(0, used)]));
            // what stands right of the last heading has no heading, and styled sheets are very wide; a title, or a line over several columns, is narrower than the headings below it
            if (width == SheetLimits.Columns && (rows.Count == Above || (used > 1 && !cells.AsSpan(0, used).Contains("")))) width = rows.Max(r => r.Cells.Length);
        }
        var (whole, made) = MergedCells.Filled(reader.Name ?? "", rows.DrainToImmutable(), reader.MergeCells);
        notes.AddRange(made);
        return new Sheet(reader.Name ?? "", whole);
    }
}
