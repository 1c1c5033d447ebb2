using System.CommandLine;
using System.Net.Http.Headers;
using SosLongitudinal.Exchange.Notes;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Api.Instruments;
using SosLongitudinal.Web.Commands.Shared;

namespace SosLongitudinal.Web.Commands.Import;

/// <summary><c>sos import xlsform</c> and <c>sos import redcap-dictionary</c>: instruments from files, as drafts.</summary>
internal static class ImportInstruments
{
    private static readonly Argument<FileInfo> File = new Argument<FileInfo>("file") { Description = "The file." }.AcceptExistingOnly();
    private static readonly Option<string?> Id = new("--id") { Description = "The instrument's id in place of the file's own; of a dictionary, the first part of each id." };
    private static readonly Option<string?> Subject = new("--subject") { Description = "What it is about: family (default), child, carer, worker or site." };
    private static readonly Option<string?> Respondents = new("--respondents") { Description = "Who fills it in: parent (default), carer, teacher, self, worker, researcher; several with commas." };
    private static readonly Option<string?> Consent = new("--consent") { Description = "The consent that it needs: interview (default), child-interview, case-file, teacher." };
    private static readonly Option<string?> Track = new("--track") { Description = "The track that it belongs to: interview (default), teacher or case-record." };
    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Check the file and save nothing." };

    private static readonly Option<bool> Replace = new("--replace") { Description = "Put it in the place of a draft that somebody else changed last." };

    public static Command XlsForm() => Command("xlsform", "Draft an instrument from an XLSForm workbook. What is not taken is listed with sheet, row and column.");

    public static Command RedcapDictionary() => Command("redcap-dictionary", "Draft instruments from a REDCap data dictionary, one for each form. What is not taken is listed with row and column.");

    private static Command Command(string name, string words) =>
        new Command(name, words) { File, Id, Subject, Respondents, Consent, Track, DryRun, Replace }.WithStudy((parsed, study, cancellation) => Run(name, parsed, study, cancellation));

    private static async Task<int> Run(string kind, ParseResult parsed, StudyClient study, CancellationToken cancellation)
    {
        var file = parsed.GetValue(File)!;
        var query = QueryString.Create(new Dictionary<string, string?>
        {
            ["id"] = parsed.GetValue(Id), ["subject"] = parsed.GetValue(Subject), ["respondents"] = parsed.GetValue(Respondents), ["consent"] = parsed.GetValue(Consent),
            ["track"] = parsed.GetValue(Track), ["fileName"] = file.Name, ["replace"] = parsed.GetValue(Replace) ? "true" : null, ["dryRun"] = parsed.GetValue(DryRun) ? "true" : null,
        }.Where(p => p.Value is not null));
        await using var stream = file.OpenRead();
        using var content = new StreamContent(stream) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } };
        return Said.Of(await study.Upload<InstrumentImport>($"instruments/import/{kind}{query}", content, OperationId.New(), cancellation), Say);
    }

    private static int Say(InstrumentImport import)
    {
        foreach (var note in import.Notes) Console.Error.WriteLine($"{(note.Kind == NoteKind.NotTaken ? "not taken" : "changed")}: {note.Place}: {note.Sentence}");
        foreach (var one in import.Instruments) Console.WriteLine($"{one.Id} version {one.Version}, {(import.Saved ? "draft" : "not saved")}: {one.Title}, {one.Items} items");
        return RootCommands.Done;
    }
}
