using System.Globalization;
using SosLongitudinal.Extracts.Files;
using SosLongitudinal.Extracts.Missing;

namespace SosLongitudinal.Extracts.Codebooks;

/// <summary>How a file of each format holds a missing value.</summary>
internal static class MissingText
{
    /// <summary>Formats with missing values of their own kind.</summary>
    public static bool IsDeclared(FileChoice choice) => choice.Format == FileFormat.Sav || choice.Format == FileFormat.Zsav || choice.Format == FileFormat.Dta;

    /// <summary>Whether nothing stands there, so that reasons cannot be told apart.</summary>
    public static bool IsBlank(CellKind kind, FileChoice choice) => IsDeclared(choice) ? kind == CellKind.Text
        : choice.Missing == MissingStyle.Empty
        || ((choice.Format == FileFormat.Parquet || choice.Format == FileFormat.Arrow) && (kind == CellKind.Day || (kind != CellKind.Text && choice.Missing == MissingStyle.Words)));

    public static string Of(MissingCode code, FileChoice choice) =>
        choice.Format == FileFormat.Dta ? $".{(char)('a' + choice.Codes.All.IndexOf(code))}" : code.Code.ToString(CultureInfo.InvariantCulture);
}
