using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using SosLongitudinal.Study.Instruments.Cases;
using SosLongitudinal.Study.Instruments.LifeCycle;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Api.Instruments;
using SosLongitudinal.Web.Api.Shared;
using SosLongitudinal.Web.Commands.Shared;

namespace SosLongitudinal.Web.Commands.Instruments;

/// <summary><c>sos instrument case</c>: filled forms with what must come of them, one by one.</summary>
internal static class CaseCommand
{
    private static readonly Argument<string> Id = new("instrument") { Description = "The instrument's id." };
    private static readonly Option<int?> Version = new("--version") { Description = "The version that they are run on; the draft without, or the newest." };
    private static readonly Option<string> Name = new("--name") { Description = "What the test case is called.", Required = true };
    private static readonly Option<string[]> Answer = Pairs("--answer", "An answer as it is keyed: damp=2. Several with blanks between.");
    private static readonly Option<FileInfo> File = new Option<FileInfo>("--file") { Description = "The case as JSON, as the API takes one, in place of --answer." }.AcceptExistingOnly();
    private static readonly Option<string[]> Score = Pairs("--score", "What a scale must come to: hardship=3.");
    private static readonly Option<string[]> Applies = Pairs("--applies", "Whether an item must apply: garden=yes.");
    private static readonly Option<string[]> Holds = Pairs("--holds", "What an item must hold in the end: per_room=2.");
    private static readonly Option<string[]> Refuses = Pairs("--refuses", "An item whose answer must be refused.");
    private static readonly Option<DateOnly?> On = new("--on") { Description = "The day on which it is filled in; today without." };
    private static readonly Option<bool> Replace = new("--replace") { Description = "Put it in the place of the one of its name." };

    public static Command Command() => new("case", "Test cases: list, add, drop and run them, or declare them all from a file.")
    {
        new Command("list", "List the test cases and what they expect.") { Id }.Listed().WithStudy(List),
        new Command("add", "Add one. Where nothing is expected of it, what comes of its answers now is what is expected.") { Id, Name, Answer, File, Score, Applies, Holds, Refuses, On, Replace }.Once().WithStudy(Add),
        CaseFileCommand.Show(),
        CaseFileCommand.Declare(),
        new Command("drop", "Take one out.") { Id, Name }.Once().WithStudy(Drop),
        new Command("run", "Run them. Exits with 1 where one does not hold.") { Id, Version }.Listed().WithStudy(Run),
    };

    private static async Task<int> List(ParseResult parsed, StudyClient study, CancellationToken cancellation) =>
        Said.Of(await study.Get<JsonElement>(PathOf(parsed), cancellation), cases => Listing.Show(parsed, CasesOf(cases), "There are no test cases.",
            new("Case", c => c.Name), new("On", c => c.On), new("Answers", c => string.Join(' ', c.Answers.All().Select(a => $"{a.Name}={a.Answer.AsText()}"))), new("Expects", Expected)));

    private static async Task<int> Add(ParseResult parsed, StudyClient study, CancellationToken cancellation)
    {
        var read = parsed.GetValue(File) is { } file ? Read(await System.IO.File.ReadAllTextAsync(file.FullName, cancellation)) : new JsonObject();
        if (read is not Decision<JsonObject>.Accepted { Value: var body }) return Said.Refused(((Decision<JsonObject>.Refused)read).Why);
        body["name"] = parsed.GetValue(Name);
        if (parsed.GetValue(On) is { } on) body["on"] = on.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        foreach (var (option, property) in new[] { (Answer, "keyed"), (Score, "scores"), (Holds, "holds"), (Applies, "applies") })
        {
            var pairs = parsed.GetValue(option) ?? [];
            if (pairs.FirstOrDefault(p => p.IndexOf('=') < 1 || (property == "applies" && !p.EndsWith("=yes", StringComparison.Ordinal) && !p.EndsWith("=no", StringComparison.Ordinal))) is { } odd)
                return Said.Refused(InstrumentRefusals.BadCase(option.Name, property == "applies" ? $"'{odd}' says nothing: write the item, = and yes or no." : $"'{odd}' says nothing: write a name, = and its value."));
            if (pairs.Length > 0) body[property] = new JsonObject(pairs.Select(p => KeyValuePair.Create(p[..p.IndexOf('=')], property == "applies" ? (JsonNode?)p.EndsWith("=yes", StringComparison.Ordinal) : p[(p.IndexOf('=') + 1)..])));
        }
        if (parsed.GetValue(Refuses) is { Length: > 0 } refuses) body["refuses"] = new JsonArray([.. refuses.Select(r => (JsonNode)r)]);
        return Said.Of(await study.Send<JsonElement>(HttpMethod.Post, $"{PathOf(parsed)}{(parsed.GetValue(Replace) ? "?replace=true" : "")}", body, Operation.Of(parsed), cancellation),
            made => Said.Done($"The test case '{parsed.GetValue(Name)}' is kept: {Expected(CasesOf(made)[0])}."));
    }

    private static async Task<int> Drop(ParseResult parsed, StudyClient study, CancellationToken cancellation) =>
        Said.Of(await study.Send<InstrumentView>(HttpMethod.Delete, $"{PathOf(parsed)}?name={Uri.EscapeDataString(parsed.GetValue(Name)!)}", null, Operation.Of(parsed), cancellation), view => Said.Done($"It is taken out; {(view.Cases == 1 ? "1 test case is" : $"{view.Cases} test cases are")} left."));

    private static async Task<int> Run(ParseResult parsed, StudyClient study, CancellationToken cancellation) =>
        Said.Of(await study.Send<Page<CaseView>>(HttpMethod.Post, $"{PathOf(parsed)}/run{(parsed.GetValue(Version) is { } version ? $"?version={version}" : "")}", null, OperationId.New(), cancellation), run =>
        {
            if (run.Items.Count == 0)
            {
                Console.Error.WriteLine($"{parsed.GetValue(Id)} has no test cases; nothing was run.");
                return RootCommands.Done;
            }
            var failed = run.Items.Count(c => !c.Holds);
            Listing.Show(parsed, run.Items, "There are no test cases.", new("Case", c => c.Name), new("Result", c => c.Holds ? "holds" : "does not hold"), new("What did not hold", c => string.Join(' ', c.Faults)));
            Console.Error.WriteLine(failed == 0 ? run.Items.Count == 1 ? "It holds." : $"All {run.Items.Count} hold." : $"{failed} of {run.Items.Count} do not hold.");
            return failed == 0 ? RootCommands.Done : RootCommands.Refused;
        });

    private static string Expected(TestCase c) => string.Join(", ", (string[])[
        .. c.Scores.Select(s => $"{s.Key} {s.Value}"), .. c.Holds.Select(h => $"{h.Key} holds {h.Value}"), .. c.Applies.Select(a => $"{a.Key} {(a.Value ? "applies" : "does not apply")}"), .. c.Refuses.Select(r => $"{r} is refused")]);

    private static List<TestCase> CasesOf(JsonElement sent) => [.. sent.ValueKind == JsonValueKind.Array ? sent.EnumerateArray().Select(One) : [One(sent)]];

    private static TestCase One(JsonElement sent) => sent.Deserialize<TestCase>(FactJson.Options)!;

    private static Decision<JsonObject> Read(string text)
    {
        try
        {
            return JsonNode.Parse(text) is JsonObject one ? one : InstrumentRefusals.BadCase("file", "The file is to hold one test case. Several at once: sos instrument case declare.");
        }
        catch (JsonException fault)
        {
            return InstrumentRefusals.BadCase("file", $"This is not a test case: {fault.Message}");
        }
    }

    private static Option<string[]> Pairs(string name, string description) => new(name) { Description = description, AllowMultipleArgumentsPerToken = true };

    private static string PathOf(ParseResult parsed) => $"instruments/{Uri.EscapeDataString(parsed.GetValue(Id)!)}/cases";
}
