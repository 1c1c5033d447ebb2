using SosLongitudinal.Grains.Families;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Forms.Queries;
using SosLongitudinal.Study.Forms.Receipts;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Api.Shared;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Errors;

namespace SosLongitudinal.Web.Api.FormWork;

/// <summary>A paper form of a list.</summary>
public sealed record PaperView(FamilyId Family, SiteCode Site, ReceiptLog Paper, bool Out);

/// <summary>/queries and /papers, and the queries of one form.</summary>
internal static class QueriesApi
{
    public static void MapQueries(this RouteGroupBuilder api)
    {
        api.MapGet("/queries", List).Task("Api/Queries/List").Produces<Page<QueryView>>().WithTags("Queries").WithSummary("Queries at this person's sites, the oldest first");
        api.MapGet("/papers", Papers).Task("Api/Papers/List").Produces<Page<PaperView>>().WithTags("Forms").WithSummary("Where paper forms are; sentBefore: sent by then and not back");
        var form = api.MapGroup("/families/{id}/forms/{wave}/{instrument}/{subject}/{respondent}/queries").WithTags("Queries");
        form.MapPost("", Open).Task("Api/Queries/Write").Produces<QueryView>(201).WithSummary("Raise a query on an item, or on the form as a whole");
        form.MapPost("/{query:int}/answer", Answer).Task("Api/Queries/Write").Produces<QueryView>().WithSummary("Answer a query");
        form.MapPost("/{query:int}/close", Close).Task("Api/Queries/Write").Produces<QueryView>().WithSummary("Close a query");
        form.MapPost("/{query:int}/reopen", Reopen).Task("Api/Queries/Write").Produces<QueryView>().WithSummary("Reopen a query");
    }

    private static async Task<IResult> List(Person person, FormWorkRegisters registers, BlindEntry blind, TimeProvider clock, SiteCode? site, InstrumentId? instrument, string? who, CaseName<QueryState>? state, WorkCursor? after, int take = 50)
    {
        var page = await registers.Queries(new() { Scope = person.Scope(), Site = site, Instrument = instrument, Person = who, States = state is { } one ? [one.Case] : [], After = after, Take = take });
        var shown = new List<QueryRow>();
        foreach (var row in page.Rows) if (!await blind.Hides(person, row)) shown.Add(row);
        return Results.Ok(new Page<QueryView>([.. shown.Select(r => QueryView.Of(r.Family, r.Site, r.Place, r.Query, clock.GetUtcNow()))], page.Next?.ToString()));
    }

    private static async Task<IResult> Papers(Person person, FormWorkRegisters registers, SiteCode? site, WaveCode? wave, InstrumentId? instrument, CaseName<ReceiptStep>? step, DateOnly? sentBefore, string? box, WorkCursor? after, int take = 50)
    {
        var page = await registers.Receipts(new() { Scope = person.Scope(), Site = site, Wave = wave, Instrument = instrument, Last = step?.Case, SentUntil = sentBefore, Box = box, After = after, Take = take });
        return Results.Ok(new Page<PaperView>([.. page.Rows.Select(r => new PaperView(r.Family, r.Site, r.Log, r.Log.IsOut))], page.Next?.ToString()));
    }

    private static Task<IResult> Open([AsParameters] FormAt at, QueryBody body) =>
        Queried(at, family => at.Grains.Queries(family).OpenQuery(at.Place, body.Item, body.Remark.Trim(), at.Stamp()), null);

    private static Task<IResult> Answer([AsParameters] FormAt at, int query, RemarkBody body) =>
        Queried(at, family => at.Grains.Queries(family).AnswerQuery(at.Place, query, body.Remark.Trim(), at.Stamp(), body.Seen), query);

    private static Task<IResult> Close([AsParameters] FormAt at, int query, RemarkBody body) =>
        Queried(at, family => at.Grains.Queries(family).CloseQuery(at.Place, query, body.Remark.Trim(), at.Stamp(), body.Seen), query);

    private static Task<IResult> Reopen([AsParameters] FormAt at, int query, RemarkBody body) =>
        Queried(at, family => at.Grains.Queries(family).ReopenQuery(at.Place, query, body.Remark.Trim(), at.Stamp(), body.Seen), query);

    /// <summary>The answer is the query itself; a new one is the form's last.</summary>
    private static async Task<IResult> Queried(FormAt at, Func<FamilyId, Task<Decision<FormReceipt>>> command, int? number)
    {
        var found = await at.Scope.Id(at.Id, at.Person);
        if (found is not Decision<FamilyId>.Accepted(var family)) return ((Decision<FamilyId>.Refused)found).Why.ToProblem();
        var now = at.Clock.GetUtcNow();
        return (await command(family)).ToResult(receipt =>
        {
            var queries = receipt.Form.Trail!.Queries;
            var view = QueryView.Of(family, receipt.Site, receipt.Form.Place, number is { } n ? queries.First(q => q.Number == n) : queries[^1], now);
            return number is null ? Results.Created($"/api/v1/families/{family}/forms/{receipt.Form.Place}/queries/{view.Number}", view) : Results.Ok(view);
        });
    }
}
