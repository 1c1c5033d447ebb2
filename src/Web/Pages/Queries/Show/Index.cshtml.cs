using SosLongitudinal.Study.Forms.Queries;

namespace SosLongitudinal.Web.Pages.Queries.Show;

/// <summary>One query with its thread.</summary>
public sealed class IndexModel : QueryTask
{
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

    public void OnGet() { }
}
