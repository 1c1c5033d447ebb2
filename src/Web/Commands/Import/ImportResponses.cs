using System.CommandLine;
using System.Net.Http.Headers;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Api.Imports;
using SosLongitudinal.Web.Commands.Shared;

namespace SosLongitudinal.Web.Commands.Import;

/// <summary><c>sos import responses</c>: filled forms from a CSV file.</summary>
internal static class ImportResponses
{
    private static readonly Argument<FileInfo> File = new Argument<FileInfo>("file") { Description = "A CSV file in UTF-8: a column for each item, and id or serial, respondent, completed_on, mode, language, reason." }.AcceptExistingOnly();
    private static readonly Option<string> Instrument = new("--instrument") { Description = "Which instrument the rows are forms of, such as sdq-p-4-17.", Required = true };
    private static readonly Option<string> Wave = new("--wave") { Description = "At which wave they were filled in, such as t1.", Required = true };
    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Check every row and save nothing." };
    private static readonly Option<bool> AcceptGood = new("--accept-good") { Description = "Save the rows that can be taken although others are at fault." };
    private static readonly Option<int?> Version = new("--version") { Description = "The instrument's version. Without it, each row's date says which was in force." };
    private static readonly Option<string?> Missing = new("--missing") { Description = "Codes that mean no answer, such as 7,9=refused,99." };
    private static readonly Option<string?> Reason = new("--reason") { Description = "Why forms are kept that the design does not ask for, where a row gives no reason." };

    public static Command Command() =>
        new Command("responses", "Take in filled forms from a CSV file. Every row is checked before the first is saved; the same file again saves nothing twice.")
        {
            File, Instrument, Wave, DryRun, AcceptGood, Version, Missing, Reason,
        }.WithStudy(Run);

    private static async Task<int> Run(ParseResult parsed, StudyClient study, CancellationToken cancellation)
    {
        var query = QueryString.Create(new Dictionary<string, string?>
        {
            ["instrument"] = parsed.GetValue(Instrument), ["wave"] = parsed.GetValue(Wave), ["dryRun"] = Text(parsed.GetValue(DryRun)), ["acceptGood"] = Text(parsed.GetValue(AcceptGood)),
            ["version"] = parsed.GetValue(Version)?.ToString(System.Globalization.CultureInfo.InvariantCulture), ["missing"] = parsed.GetValue(Missing), ["reason"] = parsed.GetValue(Reason),
        }.Where(p => p.Value is not null));
        await using var file = parsed.GetValue(File)!.OpenRead();
        using var content = new StreamContent(file) { Headers = { ContentType = new MediaTypeHeaderValue("text/csv") } };
        return Said.Of(await ImportFollowing.Follow(study, $"imports/responses{query}", content, cancellation), ImportWords.Say);
    }

    private static string? Text(bool value) => value ? "true" : null;
}
