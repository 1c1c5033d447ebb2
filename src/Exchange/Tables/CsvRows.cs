using System.Text;

namespace SosLongitudinal.Exchange.Tables;

/// <summary>CSV that spreadsheets open as it is meant: UTF-8 with its mark, cells in quotes where they need it.</summary>
public static class CsvRows
{
    public static byte[] Of(IEnumerable<IEnumerable<string>> rows)
    {
        using var file = new MemoryStream();
        using (var csv = Writer(file)) foreach (var row in rows) Line(csv, row);
        return file.ToArray();
    }

    internal static StreamWriter Writer(Stream file) => new(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);

    internal static void Line(StreamWriter csv, IEnumerable<string> cells)
    {
        csv.Write(string.Join(',', cells.Select(Quoted)));
        csv.Write("\r\n");
    }

    private static string Quoted(string cell) => cell.AsSpan().ContainsAny(",\"\r\n;\t") ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
