using SosLongitudinal.Extracts.Files;
using SosLongitudinal.Extracts.Missing;

namespace SosLongitudinal.Extracts.Sav;

/// <summary>
/// How a frame is declared: up to three codes one by one, more as the range from the least to the most. A text's blank is declared missing.
/// </summary>
internal static class SavMissing
{
    /// <summary>A number that is not there at all.</summary>
    public const double System = -double.MaxValue;

    private const int MostSingle = 3;

    public static bool IsRange(MissingCodes codes) => codes.All.Length > MostSingle;

    /// <summary>The count as the variable record wants it: negative for a range.</summary>
    public static int CountOf(MissingCodes codes, LabelledColumn column, int width) =>
        column.IsText ? width <= 8 ? 1 : 0 : IsRange(codes) ? -2 : codes.All.Length;

    public static void Write(LittleEndian output, MissingCodes codes, LabelledColumn column, int width)
    {
        if (CountOf(codes, column, width) == 0) return;
        if (column.IsText) output.Fill(8, (byte)' ');
        else if (IsRange(codes))
        {
            output.Double(codes.Least);
            output.Double(codes.Most);
        }
        else
            foreach (var code in codes.All) output.Double(code.Code);
    }
}
