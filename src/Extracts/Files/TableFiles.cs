using SosLongitudinal.Extracts.Dta;
using SosLongitudinal.Extracts.Sav;
using SosLongitudinal.Extracts.Xlsx;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Extracts.Files;

/// <summary>A table as a file of any format.</summary>
public static class TableFiles
{
    /// <summary>
    /// Makes ready to write. What a format cannot hold, and codes that real values have, are refused here, before the first byte. Formats whose head depends on the
    /// rows (SPSS, Stata, Excel) read all messages now and lay them down in a temporary file; the others read them as they write.
    /// </summary>
    public static Task<Decision<ReadyFile>> Ready(FileTable table, IAsyncEnumerable<byte[]> messages, FileChoice choice, CancellationToken cancellation = default) => choice.Format.Name switch
    {
        "sav" or "zsav" => SavFile.Ready(table, messages, choice, cancellation),
        "dta" => DtaFile.Ready(table, messages, choice, cancellation),
        "xlsx" => XlsxFile.Ready(table, messages, choice, cancellation),
        _ => StreamedFile.Ready(table, messages, choice, cancellation),
    };
}
