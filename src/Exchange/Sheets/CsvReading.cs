using System.Collections.Immutable;
using System.Data.Common;
using SosLongitudinal.Study.Kernel;
using Sylvan.Data.Csv;

namespace SosLongitudinal.Exchange.Sheets;

/// <summary>A CSV file as one sheet, named <c>csv</c>. Commas, semicolons, tabs and bars are told apart by the first line.</summary>
internal static class CsvReading
{
    public const string SheetName = "csv";

    public static Decision<Grid> Read(byte[] file, int most) =>
        TextFile.Read(file) is { } text ? Rows(text.Text, most).Select(rows => new Grid([new(SheetName, rows)]) { Notes = text.Notes }) : SheetRefusals.NotSheets;

    private static Decision<ImmutableArray<SheetRow>> Rows(string text, int most)
    {
        var rows = ImmutableArray.CreateBuilder<SheetRow>();
        var room = new SheetRoom(most);
        var number = 0;
        try
        {
            using var reader = CsvDataReader.Create(new StringReader(text), new() { HasHeaders = false, Delimiter = Delimiter(text), BufferSize = 64 * 1024, MaxBufferSize = 1024 * 1024 });
            while (reader.Read())
            {
                number++;
                if (room.TakeRow(reader.RowFieldCount) is { } tooMany) return tooMany;
                var cells = new string[Math.Min(SheetLimits.Columns, reader.RowFieldCount)];
                var used = 0;
                for (var i = 0; i < cells.Length; i++)
                {
                    cells[i] = CellText.Clean(reader.GetString(i));
                    if (cells[i].Length > 0) used = i + 1;
                    if (room.TakeText(cells[i]) is { } tooMuch) return tooMuch;
                }
                if (used == 0) continue;
                if (room.TakeFilledRow() is { } full) return full;
                rows.Add(new(number, [.. cells.AsSpan(0, used)]));
            }
            return rows.DrainToImmutable();
        }
        catch (Exception fault) when (fault is FormatException or DbException or InvalidDataException or ArgumentException or IndexOutOfRangeException or InvalidOperationException)
        {
            return SheetRefusals.BrokenCsv(number + 1);
        }
    }

    /// <summary>What the first line has most of, outside quotes; a comma where it has none.</summary>
    internal static char Delimiter(string text)
    {
        const string Known = ",;\t|";
        Span<int> counts = [0, 0, 0, 0];
        var quoted = false;
        foreach (var c in text)
        {
            if (c == '"') quoted = !quoted;
            else if (quoted) continue;
            else if (c is '\n' or '\r') break;
            else if (Known.IndexOf(c, StringComparison.Ordinal) is >= 0 and var kind) counts[kind]++;
        }
        var most = 0;
        for (var kind = 1; kind < counts.Length; kind++) if (counts[kind] > counts[most]) most = kind;
        return Known[most];
    }
}
