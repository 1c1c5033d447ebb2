using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using SosLongitudinal.Study.Instruments.LifeCycle;
using SosLongitudinal.Study.Instruments.Linking;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Api.Instruments;
using SosLongitudinal.Web.Commands.Shared;

namespace SosLongitudinal.Web.Commands.Instruments;

/// <summary><c>sos instrument concordance</c>: how items of one version, or of one wave, stand to those of another.</summary>
internal static class ConcordanceCommand
{
    private static readonly Argument<string> Id = new("instrument") { Description = "The instrument's id." };
    private static readonly Option<FileInfo> File = new Option<FileInfo>("--file") { Description = "The whole concordance (JSON), as show writes it.", Required = true }.AcceptExistingOnly();

    public static Command Command() => new("concordance", "How items of one version stand to those of another: list, show and declare.")
    {
        new Command("list", "List the links.") { Id }.Listed().WithStudy(List),
        new Command("show", "Write the whole concordance as JSON, with its revision.") { Id }.WithStudy(Show),
        new Command("declare", "Declare the whole concordance from a file. Links that others declared since its revision stay.") { Id, File }.WithBasis().Once().WithStudy(Declare),
    };

    private static async Task<int> List(ParseResult parsed, StudyClient study, CancellationToken cancellation) =>
        Said.Of(await study.Get<LinksBody>(PathOf(parsed), cancellation), body => Listing.Show(parsed, body.Links, "No links are declared.",
            new("Item", l => l.Item), new("From", l => l.From), new("To", l => l.To), new("Stands", l => JsonNamingPolicy.KebabCaseLower.ConvertName($"{l.Kind}")), new("Was", l => l.Was),
            new("Recoded", l => string.Join(' ', l.Recode.Select(p => $"{p.Was}={p.Becomes}"))), new("Only at", l => l.Wave?.Text), new("Note", l => l.Note)));

    private static async Task<int> Show(ParseResult parsed, StudyClient study, CancellationToken cancellation) =>
        Said.Of(await study.Get<JsonElement>(PathOf(parsed), cancellation), body => Said.Done(InstrumentCommand.Written(body)));

    private static async Task<int> Declare(ParseResult parsed, StudyClient study, CancellationToken cancellation)
    {
        var read = await BegunOn.Read(parsed, parsed.GetValue(File)!, fault => InstrumentRefusals.BadLink("file", $"This is not a concordance: {fault}"), cancellation);
        return await read.Match(
            async text => Said.Of(await study.Send<InstrumentView>(HttpMethod.Put, $"{PathOf(parsed)}{BegunOn.Query(parsed)}", text, Operation.Of(parsed), cancellation, BegunOn.IfMatch(parsed)),
                view => Said.Done($"{(view.Links.Length == 1 ? "1 link is" : $"{view.Links.Length} links are")} declared (revision {view.LinksRevision}).")),
            why => Task.FromResult(Said.Refused(why)));
    }

    private static string PathOf(ParseResult parsed) => $"instruments/{Uri.EscapeDataString(parsed.GetValue(Id)!)}/links";
}
