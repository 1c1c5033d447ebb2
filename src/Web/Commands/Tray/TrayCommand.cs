using System.CommandLine;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Tray;
using SosLongitudinal.Web.Api.Tray;
using SosLongitudinal.Web.Commands.Forms;
using SosLongitudinal.Web.Commands.Shared;

namespace SosLongitudinal.Web.Commands.Tray;

/// <summary><c>sos tray</c>: forms that nobody could be found for yet.</summary>
internal static class TrayCommand
{
    private static readonly Argument<TrayItemId> Paper = PaperArgument();
    private static readonly Argument<FormRef> To = FormRef.Argument("to", "Whose form it is");
    private static readonly Argument<SiteCode> Site = new("site") { Description = "The site it came from, such as ashbourne.", CustomParser = r => SiteCode.TryParse(r.Tokens.Single().Value, null, out var site) ? site : Fail<SiteCode>(r, "is no site's code") };
    private static readonly Argument<InstrumentId> Instrument = new("instrument") { Description = "What it is filled in on, such as sdq-p-4-17.", CustomParser = r => InstrumentId.TryParse(r.Tokens.Single().Value, null, out var id) ? id : Fail<InstrumentId>(r, "is no instrument's id") };
    private static readonly Argument<string[]> Keyed = KeyedItems.Argument(isNeeded: true);
    private static readonly Option<string> Batch = new("--batch") { Description = "The batch it came in.", Required = true };
    private static readonly Option<DateOnly> Received = new("--received") { Description = "The day it came.", Required = true };
    private static readonly Option<string> Box = new("--box") { Description = "The box the paper lies in.", Required = true };
    private static readonly Option<string?> Wave = new("--wave") { Description = "Its wave, where the paper or its batch says it." };
    private static readonly Option<DateOnly?> Completed = new("--on") { Description = "The day on it, where there is one." };
    private static readonly Option<DateOnly> FilledIn = new("--on") { Description = "The day it was filled in.", Required = true };
    private static readonly Option<string?> Hint = new("--note") { Description = "What could tell whose it is, such as a postmark; never a name." };
    private static readonly Option<string?> Why = new("--why") { Description = "How it was found out." };
    private static readonly Option<string> GivenUp = new("--why") { Description = "Why nobody will be found.", Required = true };
    private static readonly Option<bool> Another = new("--another") { Description = "It is another paper than the one that looks like it." };
    private static readonly Option<bool> All = new("--all") { Description = "Also those that were matched or given up." };

    public static Command Command() => new("tray", "Key forms without an id, and match them to families.")
    {
        new Command("list", "List the forms that wait for a family.") { All }.Listed().WithStudy(List),
        new Command("add", "Key a form without an id.") { Site, Instrument, Keyed, Batch, Received, Box, Wave, Completed, Hint, Another }.Once().WithStudy(Add),
        new Command("match", "Enter a form of the tray into its family.") { Paper, To, FilledIn, Why }.Once().WithStudy(Match),
        new Command("put-back", "Put a form back whose match stopped on the way.") { Paper }.Once().WithStudy((parsed, study, cancellation) => Send(parsed, study, "put-back", null, "waits again", cancellation)),
        new Command("discard", "Give a form up.") { Paper, GivenUp }.Once().WithStudy((parsed, study, cancellation) => Send(parsed, study, "discard", new DiscardBody(parsed.GetValue(GivenUp)!), "is given up", cancellation)),
    };

    private static async Task<int> List(ParseResult parsed, StudyClient study, CancellationToken cancellation) =>
        Said.Of(await study.All<TrayItem>("tray", cancellation, ("all", parsed.GetValue(All) ? "true" : null)), rows => Listing.Show(parsed, rows, "The tray is empty.",
            new("Paper", i => i.Id), new("State", i => i.State), new("Instrument", i => i.Form.Instrument), new("Wave", i => i.Form.Wave), new("Batch", i => i.Form.Batch), new("Box", i => i.Form.Box),
            new("Received", i => i.Form.ReceivedOn), new("On the form", i => i.Form.CompletedOn), new("Keyed by", i => i.KeyedBy), new("Note", i => i.Form.Note),
            new("Matched to", i => i.Match is { } match ? new FormRef(match.Family, match.Place) : null)));

    private static async Task<int> Add(ParseResult parsed, StudyClient study, CancellationToken cancellation)
    {
        var read = await KeyedItems.Read(parsed.GetValue(Keyed)!, $"instruments/{parsed.GetValue(Instrument)}", study, cancellation);
        if (read is not Decision<Dictionary<string, object?>>.Accepted { Value: var answers }) return Said.Refused(((Decision<Dictionary<string, object?>>.Refused)read).Why);
        var body = new
        {
            batch = parsed.GetValue(Batch), receivedOn = parsed.GetValue(Received), box = parsed.GetValue(Box), instrument = parsed.GetValue(Instrument), answers,
            wave = parsed.GetValue(Wave), completedOn = parsed.GetValue(Completed), note = parsed.GetValue(Hint),
        };
        return Said.Of(await study.Send<TrayItem>(HttpMethod.Post, $"tray/{parsed.GetValue(Site)}{(parsed.GetValue(Another) ? "?another=true" : "")}", body, Operation.Of(parsed), cancellation), item => Said.Done($"{item.Id} waits in the tray, box {item.Form.Box}"));
    }

    private static async Task<int> Match(ParseResult parsed, StudyClient study, CancellationToken cancellation)
    {
        var to = parsed.GetValue(To);
        var body = new MatchBody(to.Family, to.Place.Wave, to.Place.Subject, to.Place.Respondent, parsed.GetValue(FilledIn), parsed.GetValue(Why));
        return Said.Of(await study.Send<object>(HttpMethod.Post, $"{PathOf(parsed)}/match", body, Operation.Of(parsed), cancellation), _ => Said.Done($"{parsed.GetValue(Paper)} is entered as {to}"));
    }

    private static async Task<int> Send(ParseResult parsed, StudyClient study, string task, object? body, string done, CancellationToken cancellation) =>
        Said.Of(await study.Send<TrayItem>(HttpMethod.Post, $"{PathOf(parsed)}/{task}", body, Operation.Of(parsed), cancellation), item => Said.Done($"{item.Id} {done}"));

    private static string PathOf(ParseResult parsed) => parsed.GetValue(Paper) is var id ? $"tray/{id.Site}/{id.Volume}.{id.Number}" : "";

    private static Argument<TrayItemId> PaperArgument() => new("paper")
    {
        Description = "The form in the tray, such as ashbourne.1.17, as the list prints it.",
        CustomParser = r => TrayItemId.TryParse(r.Tokens.Single().Value, null, out var id) ? id : Fail<TrayItemId>(r, "is no form of a tray, such as ashbourne.1.17"),
    };

    private static T Fail<T>(System.CommandLine.Parsing.ArgumentResult result, string sentence) where T : struct
    {
        result.AddError($"'{result.Tokens.Single().Value}' {sentence}.");
        return default;
    }
}
