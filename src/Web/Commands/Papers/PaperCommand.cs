using System.CommandLine;
using SosLongitudinal.Study.Forms.Receipts;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Api.FormWork;
using SosLongitudinal.Web.Commands.Forms;
using SosLongitudinal.Web.Commands.Shared;

namespace SosLongitudinal.Web.Commands.Papers;

/// <summary><c>sos paper</c>: where paper forms are.</summary>
internal static class PaperCommand
{
    private static readonly Argument<FormRef> Form = FormRef.Argument();
    private static readonly Argument<ReceiptStep?> Step = OneOf<ReceiptStep>.Argument("step", "What became of it (keyed and verified follow from its entries)");
    private static readonly Option<DateOnly> On = new("--on") { Description = "The day.", Required = true };
    private static readonly Option<string?> Box = new("--box") { Description = "The box it lies in." };
    private static readonly Option<string?> Site = new("--site") { Description = "Families of this site only, such as ashbourne." };
    private static readonly Option<string?> Wave = new("--wave") { Description = "Forms of this wave only, such as t1." };
    private static readonly Option<string?> Instrument = new("--instrument") { Description = "Forms of this instrument only." };
    private static readonly Option<ReceiptStep?> Last = OneOf<ReceiptStep>.Option("--step", "Papers whose last step is");
    private static readonly Option<DateOnly?> SentBefore = new("--sent-before") { Description = "Papers sent by this day that are not back." };

    public static Command Command() => new("paper", "Say and list where paper forms are.")
    {
        new Command("list", "List papers with the day of each step.") { Site, Wave, Instrument, Last, SentBefore, Box }.Listed().WithStudy(List),
        new Command("note", "Note that a paper was sent, received or boxed; noting it again corrects the day.") { Form, Step, On, Box }.Once().WithStudy(Note),
    };

    private static async Task<int> List(ParseResult parsed, StudyClient study, CancellationToken cancellation)
    {
        var listed = await study.All<PaperView>("papers", cancellation,
            ("site", parsed.GetValue(Site)), ("wave", parsed.GetValue(Wave)), ("instrument", parsed.GetValue(Instrument)), ("step", parsed.GetValue(Last)), ("sentBefore", parsed.GetValue(SentBefore)), ("box", parsed.GetValue(Box)));
        return Said.Of(listed, rows => Listing.Show(parsed, rows, "No papers.",
            new("Form", p => new FormRef(p.Family, p.Paper.Place)), new("Site", p => p.Site), new("Sent", p => p.Paper.Sent), new("Received", p => p.Paper.Received),
            new("Keyed", p => p.Paper.Keyed), new("Verified", p => p.Paper.Verified), new("Boxed", p => p.Paper.Boxed), new("Box", p => p.Paper.Box)));
    }

    private static async Task<int> Note(ParseResult parsed, StudyClient study, CancellationToken cancellation)
    {
        var (form, step) = (parsed.GetValue(Form), Listing.Cell(parsed.GetValue(Step)));
        var noted = await study.Send<ReceiptLog>(HttpMethod.Put, $"{form.Path}/paper/{step}", new PaperBody(parsed.GetValue(On), parsed.GetValue(Box)), Operation.Of(parsed), cancellation);
        return Said.Of(noted, log => Said.Done($"The paper of {form} was {step} on {DayWords.Of(parsed.GetValue(On))}{(log.Box is { } box ? $", box {box}" : "")}"));
    }
}
