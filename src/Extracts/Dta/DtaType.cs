using System.Globalization;
using SosLongitudinal.Extracts.Files;
using SosLongitudinal.Extracts.Missing;

namespace SosLongitudinal.Extracts.Dta;

/// <summary>How a column lies in a row of a Stata file: the smallest type that holds every value seen.</summary>
internal readonly record struct DtaType(int Code, int Width)
{
    public const int MostText = 2_045;
    private const int MostDecimals = 9;

    public static DtaType Byte { get; } = new(65_530, 1);
    public static DtaType Int { get; } = new(65_529, 2);
    public static DtaType Long { get; } = new(65_528, 4);
    public static DtaType Double { get; } = new(65_526, 8);

    /// <summary>A text of any length, which lies behind the rows; the row has its address.</summary>
    public static DtaType LongText { get; } = new(32_768, 8);

    public static DtaType Of(LabelledColumn column) => column.Kind switch
    {
        CellKind.Text when column.Facts.LongestText > MostText => LongText,
        CellKind.Text => new(Math.Max(1, column.Facts.LongestText), Math.Max(1, column.Facts.LongestText)),
        CellKind.Decimal => Double,
        CellKind.Day => Long,
        _ when column.Facts.Valid == 0 || column.Facts is { Least: >= -127, Most: <= 100 } => Byte,
        _ when column.Facts is { Least: >= -32_767, Most: <= 32_740 } => Int,
        _ => Long,
    };

    public static string FormatOf(LabelledColumn column) => column.Kind switch
    {
        CellKind.Text when column.Facts.LongestText > MostText => "%-9s",
        CellKind.Text => string.Create(CultureInfo.InvariantCulture, $"%-{Math.Clamp(column.Facts.LongestText, 4, 240)}s"),
        CellKind.Decimal when column.Facts.Decimals <= MostDecimals => string.Create(CultureInfo.InvariantCulture, $"%14.{column.Facts.Decimals}f"),
        CellKind.Decimal => "%18.0g",
        CellKind.Day => "%td",
        _ => "%8.0g",
    };
}

/// <summary>Stata's own missing values: <c>.</c> and, for the frame's codes in their order, <c>.a</c> to <c>.z</c>.</summary>
internal static class DtaMissing
{
    public const int Byte = 101, Int = 32_741, Long = 2_147_483_621;
    private const ulong FirstDouble = 0x7fe0_0000_0000_0000;
    private const int DoubleStep = 40;

    /// <summary>1 for <c>.a</c>.</summary>
    public static int LetterOf(MissingCodes codes, Study.Instruments.MissingReason reason) => 1 + codes.PlaceOf(reason);

    public static ulong Double(int letter) => FirstDouble + ((ulong)letter << DoubleStep);
}
