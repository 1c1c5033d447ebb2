using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Forms.Queries;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Components;
using SosLongitudinal.Web.Shell.Words;

namespace SosLongitudinal.Web.Pages.Queries.List;

/// <summary>Which queries a list shows.</summary>
public enum QueryFilter { Pending = 0, Open = 1, Answered = 2, Closed = 3, Any = 4 }

/// <summary>Queries at the person's sites, the oldest first.</summary>
public sealed class IndexModel(FormWorkRegisters registers, StudyFrames frames, BlindEntry blind, AccountNames names, TimeProvider clock) : StudyPage
{
    [FromQuery] public string Site { get; set; } = "";

    [FromQuery] public string Instrument { get; set; } = "";

    [FromQuery(Name = "Person")] public string Who { get; set; } = "";

    [FromQuery] public QueryFilter State { get; set; }

    [FromQuery] public string After { get; set; } = "";

    public StudyFrame Frame { get; private set; } = null!;

    public QueryPage Found { get; private set; } = new([], 0, null);

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Those who may have said something in a query.</summary>
    public ImmutableArray<Choice> People { get; private set; } = [];

    public IEnumerable<Choice> Sites => Frame.Sites.Values.Where(s => Person.MaySee(s.Code)).OrderBy(s => s.Name).Select(s => new Choice(s.Code.ToString(), s.Name));

    public IEnumerable<Choice> Instruments => Frame.Shelf.Newest.Select(i => new Choice(i.Id.ToString(), i.Title));

    public static IEnumerable<Choice> States =>
        [new("Pending", "Not closed"), new("Open", "Open"), new("Answered", "Answered"), new("Closed", "Closed"), new("Any", "Any")];

    public async Task OnGet()
    {
        (Frame, People) = (await frames.Current(), await names.ThoseWhoMay("Queries/Open", Person));
        Found = await registers.Queries(new()
        {
            Scope = Person.Scope(),
            Site = SiteCode.TryParse(Site, null, out var site) ? site : null,
            Instrument = InstrumentId.TryParse(Instrument, null, out var instrument) ? instrument : null,
            Person = Who.Trim() is { Length: > 0 } who ? who.ToLowerInvariant() : null,
            States = StatesOf(State),
            After = WorkCursor.TryParse(After, null, out var after) ? after : null,
        });
        var hidden = new HashSet<WorkCursor>();
        foreach (var row in Found.Rows) if (await blind.Hides(Person, row)) hidden.Add(row.Cursor);
        Hidden = hidden;
    }

    /// <summary>Queries on forms that this person may still enter the second time: their words stay out of the list.</summary>
    public IReadOnlySet<WorkCursor> Hidden { get; private set; } = new HashSet<WorkCursor>();

    public string? Next => Found.Next is { } next
        ? QueriesLinks.List + QueryString.Create(new KeyValuePair<string, string?>[] { new("Site", Site), new("Instrument", Instrument), new("Person", Who), new("State", $"{State}"), new("After", $"{next}") })
        : null;

    private static ImmutableArray<QueryState> StatesOf(QueryFilter filter) => filter switch
    {
        QueryFilter.Pending => [QueryState.Open, QueryState.Answered, QueryState.Reopened],
        QueryFilter.Open => [QueryState.Open, QueryState.Reopened],
        QueryFilter.Answered => [QueryState.Answered],
        QueryFilter.Closed => [QueryState.Closed],
        _ => [],
    };
}
