using SosLongitudinal.Grains.Sheets;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Sheets;
using SosLongitudinal.Web.Api.Shared;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Errors;

namespace SosLongitudinal.Web.Api.Sheets;

/// <summary>Which sheets are asked for.</summary>
public enum SheetState { Out = 0, Overdue = 1, All = 2 }

/// <summary>/sheets: what was printed to be carried, and what became of it.</summary>
internal static class SheetsApi
{
    public static void MapSheets(this RouteGroupBuilder api)
    {
        var sheets = api.MapGroup("/sheets").WithTags("Sheets");
        sheets.MapGet("", List).Task("Api/Sheets/List").Produces<Page<SheetView>>().WithSummary("Printed sheets, the newest first: state=out (default), overdue or all; never what stands on them");
        sheets.MapPost("", Print).Task("Api/Sheets/Print").Produces<SheetView>(201).WithSummary("Number and log a sheet to carry: visit, labels, day or attempts");
        sheets.MapGet("/{sheet}", Read).Task("Api/Sheets/List").Produces<SheetView>().WithSummary("One printed sheet's line of the log");
        sheets.MapGet("/{sheet}/content", Content).Task("Api/Sheets/Show").Produces<SheetContent>().WithSummary("What stands on a sheet, for whoever printed it and while it is out; each showing is on record");
        sheets.MapPost("/{sheet}/end", End).Task("Api/Sheets/End").Produces<SheetView>().WithSummary("Note that a sheet is destroyed, or lost and how");
    }

    private static async Task<IResult> List(Person person, SheetDesk desk, StudyFrames frames, TimeProvider clock, CaseName<SheetState>? state)
    {
        var today = (await frames.Current()).Design.Today(clock.GetUtcNow());
        var asked = state?.Case ?? SheetState.Out;
        var shown = (await desk.Log(person)).Where(s => asked == SheetState.All || (asked == SheetState.Overdue ? s.IsOverdue(today) : s.IsOut));
        return Results.Ok(new Page<SheetView>([.. shown.Select(s => SheetView.Of(s, today))], null));
    }

    private static async Task<IResult> Print(SheetWish body, IdempotencyKey key, Person person, SheetDesk desk, StudyFrames frames, TimeProvider clock)
    {
        var today = (await frames.Current()).Design.Today(clock.GetUtcNow());
        return (await desk.Print(body, person, person.Stamp(key, clock))).ToResult(sheet => Results.Created($"/api/v1/sheets/{sheet.Id}", SheetView.Of(sheet, today)));
    }

    private static async Task<IResult> Read(SheetId sheet, Person person, SheetDesk desk, StudyFrames frames, TimeProvider clock) =>
        await desk.Find(sheet, person) is { } found ? Results.Ok(SheetView.Of(found, (await frames.Current()).Design.Today(clock.GetUtcNow()))) : SheetRefusals.Unknown.ToProblem();

    private static async Task<IResult> Content(SheetId sheet, Person person, SheetDesk desk) =>
        await desk.Find(sheet, person) is { } found ? (await desk.Content(found, person)).ToResult(content => Results.Ok(content)) : SheetRefusals.Unknown.ToProblem();

    private static async Task<IResult> End(SheetId sheet, SheetEndBody body, IdempotencyKey key, Person person, SheetDesk desk, SheetBooks books, StudyFrames frames, TimeProvider clock)
    {
        if (await desk.Find(sheet, person) is null) return SheetRefusals.Unknown.ToProblem();
        var today = (await frames.Current()).Design.Today(clock.GetUtcNow());
        return (await books.End(sheet, body.End, person.Stamp(key, clock, body.Why))).ToResult(ended => Results.Ok(SheetView.Of(ended, today)));
    }
}
