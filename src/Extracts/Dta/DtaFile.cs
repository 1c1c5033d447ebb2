using SosLongitudinal.Extracts.Files;
using SosLongitudinal.Extracts.Shortening;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Extracts.Dta;

/// <summary>
/// A Stata file. Its head says how many rows come and where every part lies, so that the rows are laid down first and looked over. Its missing values are of
/// their own kind and cannot meet a real one.
/// </summary>
internal static class DtaFile
{
    public static async Task<Decision<ReadyFile>> Ready(FileTable table, IAsyncEnumerable<byte[]> messages, FileChoice choice, CancellationToken cancellation)
    {
        var survey = new Survey(table.Columns);
        var spool = await TableSpool.Fill(messages, survey.See, cancellation);
        if (FileCheck.Texts(table.Columns, survey, "Stata", int.MaxValue) is { } refusal)
        {
            await spool.DisposeAsync();
            return refusal;
        }
        var labelled = LabelledTable.Of(table, choice.Codes, survey, FormatLimits.Stata);
        return new ReadyFile(labelled.Report, output => new DtaWriter(output, labelled, spool, cancellation), spool.Read(cancellation), spool);
    }
}
