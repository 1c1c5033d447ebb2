using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Study.Forms.Queries;
using SosLongitudinal.Web.Shell.Access;

namespace SosLongitudinal.Web.Pages.Queries.Show;

/// <summary>One query with its thread.</summary>
public sealed class IndexModel(FormWorkRegisters registers, BlindEntry blind) : QueryTask
{
    private const int LookedAt = 10;

    /// <summary>The query after this one in the list of those that somebody still has to do something about.</summary>
    public QueryRow? Next { get; private set; }

    public async Task OnGet()
    {
        var here = new QueryRow(Family.Id, Family.Site, Form.Place, Query, Form.EnteredBy, null, false).Cursor;
        var page = await registers.Queries(new() { Scope = Person.Scope(), States = [QueryState.Open, QueryState.Answered, QueryState.Reopened], After = here, Take = LookedAt });
        foreach (var row in page.Rows)
        {
            if (await blind.Hides(Person, row)) continue;
            Next = row;
            return;
        }
    }
}
