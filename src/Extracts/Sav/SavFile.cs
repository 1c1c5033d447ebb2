using SosLongitudinal.Extracts.Columns;
using SosLongitudinal.Extracts.Files;
using SosLongitudinal.Extracts.Shortening;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Extracts.Sav;

/// <summary>
/// An SPSS file. Its dictionary says how wide the widest text is and how many cases come, so that the rows are laid down first and looked over; a table that
/// the format cannot hold is refused before the first byte.
/// </summary>
internal static class SavFile
{
    private static readonly int FirstDay = -SavDays.Epoch + 1;

    public static async Task<Decision<ReadyFile>> Ready(FileTable table, IAsyncEnumerable<byte[]> messages, FileChoice choice, CancellationToken cancellation)
    {
        var range = SavMissing.IsRange(choice.Codes);
        if (FileCheck.Declared(table.Columns, choice.Codes, range) is { } clash) return clash;
        var survey = new Survey(table.Columns, forbidden: new(choice.Codes, range));
        var spool = await TableSpool.Fill(messages, survey.See, cancellation);
        if ((FileCheck.Seen(table.Columns, survey, choice.Codes) ?? FileCheck.Texts(table.Columns, survey, "SPSS", SavVariable.MostWidth) ?? Days(table, survey)) is { } refusal)
        {
            await spool.DisposeAsync();
            return refusal;
        }
        var labelled = LabelledTable.Of(table, choice.Codes, survey, FormatLimits.Spss);
        return new ReadyFile(labelled.Report, output => choice.Format == FileFormat.Zsav ? new ZsavWriter(output, labelled) : new SavWriter(output, labelled), spool.Read(cancellation), spool);
    }

    private static Refusal? Days(FileTable table, Survey survey)
    {
        for (var i = 0; i < table.Columns.Length; i++)
            if (table.Columns[i].Type == ColumnType.Date && survey.Columns[i] is { Valid: > 0 } facts && facts.Least < FirstDay)
                return FileRefusals.DateTooEarly(table.Columns[i].Name, Cells.DateOf((int)facts.Least));
        return null;
    }
}
