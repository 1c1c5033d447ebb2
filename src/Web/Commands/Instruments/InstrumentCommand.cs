using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Api.Instruments;
using SosLongitudinal.Web.Api.Shared;
using SosLongitudinal.Web.Commands.Shared;

namespace SosLongitudinal.Web.Commands.Instruments;

/// <summary><c>sos instrument</c>: from a definition in a file to a version in force.</summary>
internal static class InstrumentCommand
{
    private static readonly Argument<string> Id = new("instrument") { Description = "The instrument's id, such as sdq-p-4-17." };
    private static readonly Option<int?> Version = new("--version") { Description = "The version; the newest without." };
    private static readonly Option<bool> Draft = new("--draft") { Description = "The draft in place of a published version." };
    private static readonly Option<FileInfo> File = new Option<FileInfo>("--file") { Description = "The definition (JSON).", Required = true }.AcceptExistingOnly();
    private static readonly Option<string> Wave = new("--wave") { Description = "The wave's code, such as t2.", Required = true };
    private static readonly Option<int> InForce = new("--version") { Description = "The version.", Required = true };
    private static readonly Option<DateOnly> From = new("--from") { Description = "The first day, such as 2026-07-01.", Required = true };

    public static Command Command() => new("instrument", "List, show, draft, compare and publish instruments.")
    {
        new Command("list", "List the instruments, each with its versions.").WithStudy(List),
        new Command("show", "Write an instrument's definition to standard output.") { Id, Version, Draft }.WithStudy(Show),
        new Command("draft", "Draft the next version from a definition in a file.") { Id, File }.WithBasis().WithStudy(DraftOf),
        new Command("compare", "Hold the draft against the newest version, with counts of the forms that each change touches.") { Id }.WithStudy(Compare),
        new Command("publish", "Publish the draft as the next version.") { Id }.WithStudy(Publish),
        new Command("in-force", "Put a version in force at a wave from a day.") { Id, Wave, InForce, From }.WithStudy(PutInForce),
        ConcordanceCommand.Command(),
        CaseCommand.Command(),
    };

    private static async Task<int> List(ParseResult parsed, StudyClient study, CancellationToken cancellation) =>
        Said.Of(await study.Get<Page<InstrumentItem>>("instruments", cancellation), page =>
        {
            foreach (var i in page.Items) Console.WriteLine($"{i.Id,-28}{(i.Versions.IsDefaultOrEmpty ? "-" : string.Join(' ', i.Versions)),-10}{(i.Draft is { } draft ? $"draft of {draft}" : ""),-14}{i.Title}");
            return RootCommands.Done;
        });

    private static async Task<int> Show(ParseResult parsed, StudyClient study, CancellationToken cancellation)
    {
        var path = parsed.GetValue(Draft) ? $"{PathOf(parsed)}/draft" : parsed.GetValue(Version) is { } version ? $"{PathOf(parsed)}?version={version}" : PathOf(parsed);
        return Said.Of(await study.Get<JsonElement>(path, cancellation), definition => Said.Done(Written(definition)));
    }

    private static async Task<int> DraftOf(ParseResult parsed, StudyClient study, CancellationToken cancellation)
    {
        var read = await BegunOn.Read(parsed, parsed.GetValue(File)!, Study.Instruments.LifeCycle.InstrumentRefusals.NotText, cancellation);
        if (read is not Decision<JsonNode>.Accepted { Value: var definition }) return Said.Refused(((Decision<JsonNode>.Refused)read).Why);
        return Said.Of(await study.Send<InstrumentView>(HttpMethod.Put, $"{PathOf(parsed)}/draft{BegunOn.Query(parsed)}", definition, OperationId.New(), cancellation, BegunOn.IfMatch(parsed)), view => Said.Done($"Version {view.Draft?.Version} of {view.Id} is drafted (revision {view.DraftRevision}). Compare it: sos instrument compare {view.Id}"));
    }

    private static async Task<int> Compare(ParseResult parsed, StudyClient study, CancellationToken cancellation) =>
        Said.Of(await study.Get<ComparisonView>($"{PathOf(parsed)}/compare", cancellation), comparison =>
        {
            Console.WriteLine(comparison.From is { } from ? $"Version {comparison.To} against version {from}; {comparison.Forms} forms collected" : $"Version {comparison.To}, the first");
            foreach (var c in comparison.Changes) Console.WriteLine($"{JsonNamingPolicy.KebabCaseLower.ConvertName($"{c.Kind}"),-18}{c.Item,-26}{c.Forms,8}  {c.Was}{(c.Was.Length > 0 && c.Becomes.Length > 0 ? " -> " : "")}{c.Becomes}");
            foreach (var clash in comparison.ToNote) Console.WriteLine($"note: {clash.Sentence}");
            foreach (var clash in comparison.InTheWay) Console.Error.WriteLine($"in the way: {clash.Sentence}");
            return comparison.InTheWay.IsEmpty ? RootCommands.Done : RootCommands.Refused;
        });

    private static async Task<int> Publish(ParseResult parsed, StudyClient study, CancellationToken cancellation) =>
        Said.Of(await study.Send<InstrumentView>(HttpMethod.Post, $"{PathOf(parsed)}/publish", null, OperationId.New(), cancellation), view => Said.Done($"Version {view.Versions[^1].Version} of {view.Id} is published."));

    private static async Task<int> PutInForce(ParseResult parsed, StudyClient study, CancellationToken cancellation)
    {
        var (wave, body) = (parsed.GetValue(Wave)!, new InForceBody(parsed.GetValue(InForce), parsed.GetValue(From)));
        return Said.Of(await study.Send<InstrumentView>(HttpMethod.Put, $"{PathOf(parsed)}/in-force/{Uri.EscapeDataString(wave)}", body, OperationId.New(), cancellation), view => Said.Done($"Version {body.Version} of {view.Id} is in force at {wave} from {DayWords.Of(body.From)}."));
    }

    internal static string Written<T>(T said) => JsonSerializer.Serialize(said, Indented);

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string PathOf(ParseResult parsed) => $"instruments/{Uri.EscapeDataString(parsed.GetValue(Id)!)}";
}
