using System.CommandLine;
using System.Globalization;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Api.Imports;
using SosLongitudinal.Web.Commands.Shared;

namespace SosLongitudinal.Web.Commands.Import;

/// <summary><c>sos import responses</c>: filled forms from a CSV file.</summary>
internal static class ImportResponses
{
    private static readonly Argument<FileInfo> File = new Argument<FileInfo>("file") { Description = "A CSV file or a workbook (.xlsx): a column for each item, and id or serial, respondent, completed_on, mode, language, reason." }.AcceptExistingOnly();
    private static readonly Option<string> Instrument = new("--instrument") { Description = "Which instrument the rows are forms of, such as sdq-p-4-17.", Required = true };
    private static readonly Option<string> Wave = new("--wave") { Description = "At which wave they were filled in, such as t1.", Required = true };
    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Check every row and save nothing." };
    private static readonly Option<bool> AcceptGood = new("--accept-good") { Description = "Save the rows that can be taken although others are at fault, and write the others to a file that can be corrected and sent again." };
    private static readonly Option<FileInfo?> Faulty = new("--faulty") { Description = "Where the rows that cannot be taken are written. Without it, with --accept-good, FILE-to-correct.csv beside the file." };
    private static readonly Option<FileInfo?> Warnings = new("--warnings") { Description = "Where all that quality rules find is written. Without it, where it is more than is said, FILE-warnings.csv beside the file." };
    private static readonly Option<int?> Version = new("--version") { Description = "The instrument's version. Without it, each row's date says which was in force." };
    private static readonly Option<string?> Missing = new("--missing") { Description = "Codes that mean no answer, such as 7,9=refused,99." };
    private static readonly Option<string?> Reason = new("--reason") { Description = "Why forms are kept that the design does not ask for, where a row gives no reason." };

    public static Command Command() =>
        new Command("responses", "Take in filled forms from a CSV file or a workbook. Every row is checked before the first is saved; the same file again saves nothing twice.")
        {
            File, Instrument, Wave, DryRun, AcceptGood, Faulty, Warnings, Version, Missing, Reason,
        }.WithStudy(Run);

    private static async Task<int> Run(ParseResult parsed, StudyClient study, CancellationToken cancellation)
    {
        var query = QueryString.Create(new Dictionary<string, string?>
        {
            ["instrument"] = parsed.GetValue(Instrument), ["wave"] = parsed.GetValue(Wave), ["dryRun"] = Text(parsed.GetValue(DryRun)), ["acceptGood"] = Text(parsed.GetValue(AcceptGood)),
            ["version"] = parsed.GetValue(Version)?.ToString(CultureInfo.InvariantCulture), ["missing"] = parsed.GetValue(Missing), ["reason"] = parsed.GetValue(Reason),
        }.Where(p => p.Value is not null));
        var file = parsed.GetValue(File)!;
        var to = parsed.GetValue(Faulty) ?? (parsed.GetValue(AcceptGood) ? BesideFile.Of(file, "to-correct") : null);
        if (to is { Exists: true }) return Said.Refused(new("import.faulty-file", $"{to.Name} is there already, and may hold rows that somebody is correcting. Name another file with --faulty."));
        if (WarningWords.Fault(parsed.GetValue(Warnings)) is { } there) return Said.Refused(there);
        var report = await ImportFollowing.Follow(study, $"imports/responses{query}", new StreamContent(file.OpenRead()), cancellation);
        var code = Said.Of(report, ImportWords.Say);
        if (report is not Decision<ImportReport>.Accepted(var came)) return code;
        if (WarningWords.To(parsed.GetValue(Warnings), file, came.Warnings) is { } list)
        {
            using var content = new StreamContent(file.OpenRead());
            if (await WarningWords.Write(study, $"imports/responses/warnings{query}", content, list, cancellation) is not RootCommands.Done and var unwritten) return unwritten;
        }
        if (to is null || came.Faulty == 0) return code;
        var written = await Write(study, $"imports/responses/faulty{query}", file, to, cancellation);
        return written == RootCommands.Done ? code : written;
    }

    /// <summary>What is in the study by now is left out of the file, so it holds what is still to be done and nothing else.</summary>
    private static async Task<int> Write(StudyClient study, string path, FileInfo file, FileInfo to, CancellationToken cancellation)
    {
        using var content = new StreamContent(file.OpenRead());
        return Said.Of(await study.Convert(path, content, cancellation), csv =>
        {
            System.IO.File.WriteAllBytes(to.FullName, csv);
            Console.WriteLine($"The rows that cannot be taken are in {to.FullName}, with what to do in the last column. Correct them and import that file.");
            return RootCommands.Done;
        });
    }

    private static string? Text(bool value) => value ? "true" : null;
}
