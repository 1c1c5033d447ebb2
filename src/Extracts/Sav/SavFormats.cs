using SosLongitudinal.Extracts.Files;

namespace SosLongitudinal.Extracts.Sav;

/// <summary>How SPSS shows a variable: type, width and digits behind the point in one number.</summary>
internal static class SavFormats
{
    private const int TextType = 1, NumberType = 5, DateType = 20;
    private const int MostDecimals = 16;

    public static int Of(LabelledColumn column, int width) => column.Kind switch
    {
        CellKind.Whole => Packed(NumberType, 6, 0),
        CellKind.Decimal => Packed(NumberType, 24, Math.Min(MostDecimals, column.Facts.Decimals)),
        CellKind.Day => Packed(DateType, 11, 0),
        _ => Packed(TextType, width, 0),
    };

    /// <summary>Characters that a data window shows.</summary>
    public static int ShownWidth(LabelledColumn column, int width) => column.Kind switch
    {
        CellKind.Whole => 8,
        CellKind.Day or CellKind.Decimal => 12,
        _ => Math.Clamp(width, 4, 40),
    };

    private static int Packed(int type, int width, int decimals) => (type << 16) | (width << 8) | decimals;
}
