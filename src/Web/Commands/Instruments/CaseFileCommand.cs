using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using SosLongitudinal.Study.Instruments.LifeCycle;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Api.Instruments;
using SosLongitudinal.Web.Commands.Shared;

namespace SosLongitudinal.Web.Commands.Instruments;

/// <summary><c>sos instrument case show</c> and <c>declare</c>: all test cases as one file.</summary>
internal static class CaseFileCommand
{
    private static readonly Argument<string> Id = new("instrument") { Description = "The instrument's id." };
    private static readonly Option<FileInfo> File = new Option<FileInfo>("--file") { Description = "All test cases (JSON), as show writes them.", Required = true }.AcceptExistingOnly();

    public static Command Show() => new Command("show", "Write all test cases as JSON, with their revision.") { Id }.WithStudy(Shown);

    public static Command Declare() => new Command("declare", "Declare all test cases from a file. Cases that others declared or changed since its revision stay.") { Id, File }.WithBasis().Once().WithStudy(Declared);

    private static async Task<int> Shown(ParseResult parsed, StudyClient study, CancellationToken cancellation)
    {
        // the revision first: a case that comes in between is then joined, not taken out
        var revision = (await study.Get<InstrumentView>($"{PathOf(parsed)}/versions", cancellation)).Select(view => view.CasesRevision);
        return await revision.Match(
            async seen => Said.Of(await study.Get<JsonElement>($"{PathOf(parsed)}/cases", cancellation), cases =>
                Said.Done(InstrumentCommand.Written(new JsonObject { [RevisedText.Property] = seen, ["cases"] = JsonNode.Parse(cases.GetRawText()) }))),
            why => Task.FromResult(Said.Refused(why)));
    }

    private static async Task<int> Declared(ParseResult parsed, StudyClient study, CancellationToken cancellation)
    {
        var read = (await BegunOn.Read(parsed, parsed.GetValue(File)!, fault => InstrumentRefusals.BadCase("file", $"These are not test cases: {fault}"), cancellation))
            .Select(text => text is JsonArray list && BegunOn.RevisionOf(parsed) is { } began ? new JsonObject { [RevisedText.Property] = began, ["cases"] = list.DeepClone() } : text);
        return await read.Match(
            async text => Said.Of(await study.Send<InstrumentView>(HttpMethod.Put, $"{PathOf(parsed)}/cases{BegunOn.Query(parsed)}", text, Operation.Of(parsed), cancellation, BegunOn.IfMatch(parsed)),
                view => Said.Done($"{(view.Cases == 1 ? "1 test case is" : $"{view.Cases} test cases are")} kept (revision {view.CasesRevision}).")),
            why => Task.FromResult(Said.Refused(why)));
    }

    private static string PathOf(ParseResult parsed) => $"instruments/{Uri.EscapeDataString(parsed.GetValue(Id)!)}";
}
