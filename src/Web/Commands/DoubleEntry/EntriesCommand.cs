using System.CommandLine;
using SosLongitudinal.Study.Forms.DoubleEntry;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Api.DoubleEntry;
using SosLongitudinal.Web.Commands.Forms;
using SosLongitudinal.Web.Commands.Shared;

namespace SosLongitudinal.Web.Commands.DoubleEntry;

/// <summary><c>sos entries</c>: forms that are entered twice, from the draw to the agreement report.</summary>
internal static class EntriesCommand
{
    private static readonly Argument<FormRef> Form = FormRef.Argument();
    private static readonly Argument<string> Instrument = new("instrument") { Description = "The instrument, such as sdq-p-4-17." };
    private static readonly Argument<int> Percent = new("percent") { Description = "The share of its forms that is entered twice, 0 to 100." };
    private static readonly Option<string?> Site = new("--site") { Description = "Families of this site only, such as ashbourne." };
    private static readonly Option<string?> Wave = new("--wave") { Description = "Forms of this wave only, such as t1." };
    private static readonly Option<string?> OfInstrument = new("--instrument") { Description = "Forms of this instrument only." };
    private static readonly Option<bool> Mine = new("--mine") { Description = "Those only that this person may key: not those they keyed first." };

    public static Command Command() => new("entries", "Second entries: what is due, where two differ, how that is settled, how far entries agree.")
    {
        new Command("declare", "Declare the share of an instrument's forms that is entered twice.") { Instrument, Percent, Wave }.Once().WithStudy(Declare),
        new Command("due", "List the forms that wait for their second entry, the longest waiting first.") { Site, Wave, OfInstrument, Mine }.Listed().WithStudy((p, study, c) => Waiting(p, study, SecondStatus.Awaited, "No second entries are due.", c)),
        SecondEntering.Command(),
        new Command("to-settle", "List the forms whose entries differ.") { Site, Wave, OfInstrument }.Listed().WithStudy((p, study, c) => Waiting(p, study, SecondStatus.Differs, "No differences to settle.", c)),
        new Command("differences", "List what the two entries of a form differ in.") { Form }.Listed().WithStudy(Differences),
        Settling.Command(),
        AgreementReport.Command(),
    };

    private static async Task<int> Waiting(ParseResult parsed, StudyClient study, SecondStatus status, string none, CancellationToken cancellation)
    {
        var mine = status == SecondStatus.Awaited && parsed.GetValue(Mine);
        var listed = await study.All<WaitingForm>("double-entry", cancellation,
            ("status", status), ("site", parsed.GetValue(Site)), ("wave", parsed.GetValue(Wave)), ("instrument", parsed.GetValue(OfInstrument)), ("mine", mine ? "true" : null));
        return Said.Of(listed, rows => Listing.Show(parsed, rows, none,
            new("Form", f => new FormRef(f.Family, new(f.Wave, f.Instrument, f.Subject, f.Respondent))), new("Site", f => f.Site),
            new("First by", f => f.FirstBy), new("At (UTC)", f => f.FirstAt), new("Second by", f => f.SecondBy), new("At (UTC)", f => f.SecondAt)));
    }

    private static async Task<int> Differences(ParseResult parsed, StudyClient study, CancellationToken cancellation) =>
        Said.Of(await study.Get<DifferencesView>($"{parsed.GetValue(Form).Path}/differences", cancellation), view => Shown(parsed, view));

    internal static int Shown(ParseResult parsed, DifferencesView view) =>
        Listing.Show(parsed, view.Items, $"Both entries say the same ({view.First.By} and {view.Second.By}).",
            new("No.", d => d.Number), new("Item", d => d.Item), new("First", d => Text(d.First)), new("Second", d => Text(d.Second)), new("Settled by", d => d.Settled?.Take), new("As", d => Text(d.Settled?.Value)), new("Who", d => d.Settled?.By), new("Why", d => d.Settled?.Reason));

    private static async Task<int> Declare(ParseResult parsed, StudyClient study, CancellationToken cancellation)
    {
        var body = new { instrument = parsed.GetValue(Instrument), percent = parsed.GetValue(Percent), wave = parsed.GetValue(Wave) };
        return Said.Of(await study.Send<object>(HttpMethod.Put, "study/double-entry", body, Operation.Of(parsed), cancellation),
            _ => Said.Done($"{body.percent}% of {body.instrument} {(body.wave is { } wave ? $"at {wave}" : "at every wave")} is entered twice"));
    }

    /// <summary>A value as the API says it.</summary>
    private static string? Text(object? value) => value switch
    {
        null => null,
        System.Text.Json.JsonElement { ValueKind: System.Text.Json.JsonValueKind.Object } missing => missing.GetProperty("missing").GetString(),
        System.Text.Json.JsonElement { ValueKind: System.Text.Json.JsonValueKind.Array } codes => string.Join(' ', codes.EnumerateArray()),
        _ => $"{value}",
    };
}
