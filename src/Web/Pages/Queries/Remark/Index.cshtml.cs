using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Queries.Remark;

/// <summary>Answers, closes or reopens a query with a remark.</summary>
public sealed class IndexModel : QueryTask
{
    [BindProperty(SupportsGet = true)] public QueryStep Step { get; set; }

    [BindProperty] public string Text { get; set; } = "";

    /// <summary>How many remarks the person had before them.</summary>
    [BindProperty] public int? Seen { get; set; }

    public string Verb => Step switch { QueryStep.Answer => "Answer", QueryStep.Close => "Close", _ => "Reopen" };

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        var (door, stamp) = (Grains.Queries(Family.Id), Stamp());
        var decision = Step switch
        {
            QueryStep.Answer => await door.AnswerQuery(Form.Place, Query.Number, Text.Trim(), stamp, Seen),
            QueryStep.Close => await door.CloseQuery(Form.Place, Query.Number, Text.Trim(), stamp, Seen),
            _ => await door.ReopenQuery(Form.Place, Query.Number, Text.Trim(), stamp, Seen),
        };
        if (decision is Decision<FormReceipt>.Refused { Why.Kind: RefusalKind.Conflict }) Again();
        return await Answer(decision.At(("remark", "Text")), receipt => Done($"Query {Query.Number} is {Step switch { QueryStep.Answer => "answered", QueryStep.Close => "closed", _ => "open again" }}.",
            QueriesLinks.Show(Family.Id, receipt.Form.Place, Query.Number)));
    }

    /// <summary>Somebody else was first: what was written stays, for what can be done to the query now.</summary>
    private void Again()
    {
        Operation = Study.Kernel.OperationId.New().ToString();
        if (Steps.All(s => s.Step != Step)) Step = Steps.First().Step;
    }
}
