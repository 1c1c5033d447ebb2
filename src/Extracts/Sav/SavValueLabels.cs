using System.Text;
using SosLongitudinal.Extracts.Files;

namespace SosLongitudinal.Extracts.Sav;

/// <summary>Labels of values, each set followed by the variables that have it.</summary>
internal static class SavValueLabels
{
    public static void Write(LittleEndian output, LabelledTable table, IReadOnlyList<SavVariable> variables)
    {
        foreach (var set in table.Sets)
        {
            output.Int32(3);
            output.Int32(set.Real.Length + set.Missing.Length);
            foreach (var (code, label) in set.Real) Write(output, code, label);
            foreach (var (code, label) in table.Missing.All.Zip(set.Missing)) Write(output, code.Code, label);
            output.Int32(4);
            output.Int32(set.Columns.Length);
            foreach (var place in set.Columns) output.Int32(variables[place].Element);
        }
    }

    private static void Write(LittleEndian output, int code, string label)
    {
        var bytes = Encoding.UTF8.GetByteCount(label);
        output.Double(code);
        output.Byte((byte)bytes);
        output.Text(label, (bytes + 8) / 8 * 8 - 1, (byte)' ');
    }
}
