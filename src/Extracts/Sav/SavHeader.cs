using System.Globalization;
using SosLongitudinal.Extracts.Files;

namespace SosLongitudinal.Extracts.Sav;

/// <summary>The head of a .sav and its variables.</summary>
internal static class SavHeader
{
    private const byte Space = (byte)' ';
    private static readonly string Product = "@(#) SPSS DATA FILE SosLongitudinal " + typeof(SavHeader).Assembly.GetName().Version?.ToString(3);

    public static void Write(LittleEndian output, LabelledTable table, IReadOnlyList<SavVariable> variables, bool zlib)
    {
        output.Text(zlib ? "$FL3" : "$FL2");
        output.Text(Product, 60, Space);
        output.Int32(2); // layout
        output.Int32(variables.Sum(v => v.Elements));
        output.Int32(zlib ? 2 : 1);
        output.Int32(0); // no weight variable
        output.Int32(table.Rows <= int.MaxValue ? (int)table.Rows : -1);
        output.Double(SavBytecode.Bias);
        var day = table.Table.AsOf ?? DateOnly.FromDateTime(DateTime.UnixEpoch);
        output.Text(day.ToString("dd MMM yy", CultureInfo.InvariantCulture), 9, Space);
        output.Text("00:00:00");
        output.Text(table.Title, 64, Space);
        output.Fill(3);
        foreach (var variable in variables) Write(output, table, variable);
    }

    private static void Write(LittleEndian output, LabelledTable table, SavVariable variable)
    {
        for (var segment = 0; segment < variable.Segments; segment++)
        {
            var width = variable.WidthOf(segment);
            var missing = SavMissing.CountOf(table.Missing, variable.Column, variable.Width);
            Write(output, width, SavVariable.ShortNameOf(variable.Number + segment), SavFormats.Of(variable.Column, width), segment == 0 ? variable.Column.Label : "", missing);
            SavMissing.Write(output, table.Missing, variable.Column, variable.Width);
            for (var rest = 1; rest < SavVariable.ElementsOf(width); rest++) Write(output, -1, "", 0, "", 0);
        }
    }

    private static void Write(LittleEndian output, int type, string name, int format, string label, int missing)
    {
        output.Int32(2);
        output.Int32(type);
        output.Int32(label.Length > 0 ? 1 : 0);
        output.Int32(missing);
        output.Int32(format);
        output.Int32(format);
        output.Text(name, 8, Space);
        if (label.Length == 0) return;
        var bytes = System.Text.Encoding.UTF8.GetByteCount(label);
        output.Int32(bytes);
        output.Text(label, (bytes + 3) / 4 * 4, Space);
    }
}
