using System.CommandLine;
using SosLongitudinal.Study.Forms.Queries;
using SosLongitudinal.Web.Api.FormWork;
using SosLongitudinal.Web.Commands.Forms;
using SosLongitudinal.Web.Commands.Shared;

namespace SosLongitudinal.Web.Commands.Queries;

/// <summary><c>sos query</c>: questions about what a form says, from open to closed.</summary>
internal static class QueryCommand
{
    private static readonly Argument<FormRef> Form = FormRef.Argument();
    private static readonly Argument<int> Number = new("number") { Description = "The query's number on its form, as the list prints it." };
    private static readonly Option<string?> Item = new("--item") { Description = "The item by number or name; the form as a whole without." };
    private static readonly Option<string> Remark = new("--remark") { Description = "What is asked, found or decided.", Required = true };
    private static readonly Option<string?> Site = new("--site") { Description = "Families of this site only, such as ashbourne." };
    private static readonly Option<string?> Instrument = new("--instrument") { Description = "Forms of this instrument only." };
    private static readonly Option<string?> Who = new("--who") { Description = "Queries that this person opened, answered or keyed the form of, by e-mail address." };
    private static readonly Option<QueryState?> State = OneOf<QueryState>.Option("--state", "Only those that are");

    public static Command Command() => new("query", "List, open, answer and close queries about forms.")
    {
        new Command("list", "List queries, the oldest first.") { Site, Instrument, Who, State }.Listed().WithStudy(List),
        new Command("show", "Show a query with its thread.") { Form, Number }.Listed().WithStudy(Show),
        new Command("open", "Ask about an item of a form, or about the form.") { Form, Item, Remark }.Once().WithStudy(Open),
        Remarked("answer", "Answer a query."),
        Remarked("close", "Close a query."),
        Remarked("reopen", "Open a closed query again."),
    };

    private static async Task<int> List(ParseResult parsed, StudyClient study, CancellationToken cancellation)
    {
        var listed = await study.All<QueryView>("queries", cancellation, ("site", parsed.GetValue(Site)), ("instrument", parsed.GetValue(Instrument)), ("who", parsed.GetValue(Who)), ("state", parsed.GetValue(State)));
        return Said.Of(listed, rows => Listing.Show(parsed, rows, "No queries.",
            new("Form", q => new FormRef(q.Family, q.Place)), new("No.", q => q.Number), new("State", q => q.State), new("Days", q => q.Days),
            new("Site", q => q.Site), new("Item", q => q.Item), new("By", q => q.Thread[0].By), new("Last remark", q => q.Thread[^1].Text)));
    }

    private static async Task<int> Show(ParseResult parsed, StudyClient study, CancellationToken cancellation)
    {
        var (form, number) = (parsed.GetValue(Form), parsed.GetValue(Number));
        return Said.Of(await study.Get<FormStory>($"{form.Path}/history", cancellation), story => story.Queries.FirstOrDefault(q => q.Number == number) is { } query
            ? Listing.Show(parsed, query.Thread, "", new("When (UTC)", r => r.At), new("State", r => r.State), new("By", r => r.By), new("Remark", r => r.Text))
            : Said.Refused(QueryRefusals.Unknown(number)));
    }

    private static async Task<int> Open(ParseResult parsed, StudyClient study, CancellationToken cancellation)
    {
        var (form, item) = (parsed.GetValue(Form), parsed.GetValue(Item) ?? "");
        if (item.Length > 0 && item.All(char.IsAsciiDigit))
        {
            var read = await KeyedItems.Definition($"instruments/{form.Place.Instrument}", study, cancellation);
            var named = read.Match(d => KeyedItems.Named(d, item)?.Name, _ => null);
            if (named is null) return Said.Refused(read.Match(d => KeyedItems.Unknown(d, item), why => why));
            item = named;
        }
        return Said.Of(await study.Send<QueryView>(HttpMethod.Post, $"{form.Path}/queries", new QueryBody(parsed.GetValue(Remark)!, item), Operation.Of(parsed), cancellation), Stands);
    }

    private static Command Remarked(string name, string description) => new Command(name, description) { Form, Number, Remark }.Once().WithStudy(async (parsed, study, cancellation) =>
        Said.Of(await study.Send<QueryView>(HttpMethod.Post, $"{parsed.GetValue(Form).Path}/queries/{parsed.GetValue(Number)}/{name}", new RemarkBody(parsed.GetValue(Remark)!), Operation.Of(parsed), cancellation), Stands));

    private static int Stands(QueryView query) => Said.Done($"Query {query.Number} of {new FormRef(query.Family, query.Place)} is {Listing.Cell(query.State)}");
}
