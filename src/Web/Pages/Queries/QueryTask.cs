using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms.Queries;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Web.Pages.Forms;

namespace SosLongitudinal.Web.Pages.Queries;

/// <summary>A page about one query of one form.</summary>
public abstract class QueryTask : FormWorkTask
{
    [FromRoute(Name = "query")] public string QueryText { get; set; } = "";

    public Query Query { get; private set; } = null!;

    /// <summary>The item that it is about; <c>null</c> for the form as a whole.</summary>
    public Item? Item => Entered.ItemOf(Query.Item);

    /// <summary>What can be done to it as it stands.</summary>
    public IEnumerable<(string Label, QueryStep Step)> Steps
    {
        get
        {
            if (!Person.May("Queries/Remark")) yield break;
            if (Query.State is QueryState.Open or QueryState.Reopened) yield return ("Answer it", QueryStep.Answer);
            if (Query.IsPending) yield return ("Close it", QueryStep.Close);
            if (Query.State is QueryState.Answered or QueryState.Closed) yield return ("Reopen it", QueryStep.Reopen);
        }
    }

    protected override bool ShowsAnswers => true;

    public DateTimeOffset Now => HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();

    protected override bool Fits(FamilyState family)
    {
        if (!base.Fits(family) || !int.TryParse(QueryText, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return false;
        if (Form.Trail?.Queries.FirstOrDefault(q => q.Number == number) is not { } query) return false;
        Query = query;
        return true;
    }
}
