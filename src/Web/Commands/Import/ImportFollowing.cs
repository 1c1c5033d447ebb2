using System.Globalization;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Api.Imports;
using SosLongitudinal.Web.Commands.Shared;

namespace SosLongitudinal.Web.Commands.Import;

/// <summary>Sends a file and follows the lines that come back until the report.</summary>
internal static class ImportFollowing
{
    public static Task<Decision<ImportReport>> Follow(StudyClient study, string path, HttpContent content, CancellationToken cancellation) => ProgressLine.Show<Decision<ImportReport>>(study, "Sending", async show =>
    {
        await foreach (var answer in study.Follow<ImportLine>(path, content, OperationId.New(), cancellation))
        {
            if (answer is Decision<ImportLine>.Refused(var why)) return why;
            var line = ((Decision<ImportLine>.Accepted)answer).Value;
            if (line.Report is { } report) return report;
            show(string.Create(CultureInfo.InvariantCulture, $"{line.Doing} {line.Done:N0} of {line.Of:N0}"), line.Of == 0 ? 0 : (double)line.Done / line.Of);
        }
        throw new HttpRequestException("the answer broke off before its report");
    });
}
