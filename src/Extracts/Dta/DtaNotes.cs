using System.Globalization;
using System.Text;
using SosLongitudinal.Extracts.Files;

namespace SosLongitudinal.Extracts.Dta;

/// <summary>What a reader must know of the file, and labels that were too long in full, as Stata's notes.</summary>
internal static class DtaNotes
{
    private const int NameWidth = 129;

    public static void Write(LittleEndian output, LabelledTable table)
    {
        Write(output, "_dta", [.. table.Table.Notes]);
        foreach (var column in table.Columns)
            if (column.Label != column.Column.Label) Write(output, column.Name, [column.Column.Label]);
    }

    private static void Write(LittleEndian output, string of, string[] notes)
    {
        if (notes.Length == 0) return;
        Write(output, of, "note0", notes.Length.ToString(CultureInfo.InvariantCulture));
        for (var i = 0; i < notes.Length; i++) Write(output, of, string.Create(CultureInfo.InvariantCulture, $"note{i + 1}"), notes[i].Replace('\0', ' '));
    }

    private static void Write(LittleEndian output, string of, string name, string content)
    {
        output.Text("<ch>");
        output.Int32(2 * NameWidth + Encoding.UTF8.GetByteCount(content) + 1);
        output.Text(of, NameWidth, 0);
        output.Text(name, NameWidth, 0);
        output.Text(content);
        output.Byte(0);
        output.Text("</ch>");
    }
}
