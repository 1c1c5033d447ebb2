using SosLongitudinal.Extracts.Files;
using SosLongitudinal.Extracts.Shortening;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Extracts.Xlsx;

/// <summary>A workbook: the rows on one sheet, what the columns and values mean on two more. Refused where a sheet cannot hold the rows.</summary>
internal static class XlsxFile
{
    /// <summary>Below the header.</summary>
    public const int MostRows = 1_048_575;

    private const int MostColumns = 16_384;
    private const int MostText = 32_767;

    public static async Task<Decision<ReadyFile>> Ready(FileTable table, IAsyncEnumerable<byte[]> messages, FileChoice choice, CancellationToken cancellation)
    {
        if (table.Columns.Length > MostColumns) return FileRefusals.TooManyColumns(table.Columns.Length, MostColumns);
        if (choice.HoldsCodes && FileCheck.Declared(table.Columns, choice.Codes, wholeRange: false) is { } clash) return clash;
        var survey = new Survey(table.Columns, forbidden: choice.HoldsCodes ? new(choice.Codes, wholeRange: false) : null);
        var spool = await TableSpool.Fill(messages, survey.See, cancellation);
        if (Refused(table, survey, choice) is { } refusal)
        {
            await spool.DisposeAsync();
            return refusal;
        }
        return new ReadyFile(ShorteningReport.Nothing(choice.Format.Title), output => new XlsxWriter(output, table, choice, spool, cancellation), Nothing(), spool, survey.Rows);
    }

    private static Refusal? Refused(FileTable table, Survey survey, FileChoice choice)
    {
        if (survey.Rows > MostRows) return FileRefusals.TooManyRows(survey.Rows, MostRows);
        if (choice.HoldsCodes && FileCheck.Seen(table.Columns, survey, choice.Codes) is { } collision) return collision;
        for (var i = 0; i < table.Columns.Length; i++)
            if (survey.Columns[i].LongestCharacters > MostText) return FileRefusals.CellTooLong(table.Columns[i].Name, MostText);
        return null;
    }

    /// <summary>The library asks for the rows itself.</summary>
    private static async IAsyncEnumerable<byte[]> Nothing()
    {
        await Task.CompletedTask;
        yield break;
    }
}
