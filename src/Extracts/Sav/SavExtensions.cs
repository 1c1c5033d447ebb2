using System.Buffers;
using System.Globalization;
using System.Text;
using SosLongitudinal.Extracts.Files;

namespace SosLongitudinal.Extracts.Sav;

/// <summary>The records that came to the format later: machine, measure levels, long names, very long strings, encoding, number of cases.</summary>
internal static class SavExtensions
{
    public static void Write(LittleEndian output, LabelledTable table, IReadOnlyList<SavVariable> variables)
    {
        Numbers(output, 3, [23, 0, 0, -1, 1, 1, 2, 65_001]); // version 23.0.0, any machine, IEEE 754, little-endian, UTF-8
        Begin(output, 4, 8, 3);
        output.Double(SavMissing.System);
        output.Double(double.MaxValue);
        output.Double(Math.BitIncrement(-double.MaxValue));
        Numbers(output, 11, [.. variables.SelectMany(v => Enumerable.Repeat(Shown(v), v.Segments)).SelectMany(s => s)]);
        Text(output, 13, string.Join('\t', variables.Select(v => $"{v.ShortName}={v.Column.Name}")));
        var longs = variables.Where(v => v.Segments > 1).ToList();
        if (longs.Count > 0) Text(output, 14, string.Concat(longs.Select(v => string.Create(CultureInfo.InvariantCulture, $"{v.ShortName}={v.Width:D5}\0\t"))));
        Begin(output, 16, 8, 2);
        output.Int64(1);
        output.Int64(table.Rows);
        Text(output, 20, "UTF-8");
        BlankTexts(output, variables);
        output.Int32(999);
        output.Int32(0);
    }

    private static int[] Shown(SavVariable variable) =>
        [(int)variable.Column.Column.Level, SavFormats.ShownWidth(variable.Column, variable.Width), variable.Column.IsText ? 0 : 1]; // texts stand left, numbers right

    /// <summary>The blank of a text longer than eight bytes is declared here; that of a shorter one stands with its variable.</summary>
    private static void BlankTexts(LittleEndian output, IReadOnlyList<SavVariable> variables)
    {
        var record = new ArrayBufferWriter<byte>();
        var inner = new LittleEndian(record);
        foreach (var variable in variables.Where(v => v.Column.IsText && v.Width > 8))
        {
            var name = Encoding.UTF8.GetBytes(variable.Column.Name);
            inner.Int32(name.Length);
            inner.Bytes(name);
            inner.Byte(1);
            inner.Int32(8);
            inner.Fill(8, (byte)' ');
        }
        if (record.WrittenCount == 0) return;
        Begin(output, 22, 1, record.WrittenCount);
        output.Bytes(record.WrittenSpan);
    }

    /// <summary>Lines of 80 bytes that a reader sees as the file's documents.</summary>
    public static void Documents(LittleEndian output, IReadOnlyCollection<string> notes)
    {
        var lines = notes.SelectMany(SavLines.Of).ToList();
        if (lines.Count == 0) return;
        output.Int32(6);
        output.Int32(lines.Count);
        foreach (var line in lines) output.Text(line, SavLines.Width, (byte)' ');
    }

    private static void Numbers(LittleEndian output, int subtype, int[] numbers)
    {
        Begin(output, subtype, 4, numbers.Length);
        foreach (var number in numbers) output.Int32(number);
    }

    private static void Text(LittleEndian output, int subtype, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Begin(output, subtype, 1, bytes.Length);
        output.Bytes(bytes);
    }

    private static void Begin(LittleEndian output, int subtype, int size, int count)
    {
        output.Int32(7);
        output.Int32(subtype);
        output.Int32(size);
        output.Int32(count);
    }
}
