using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Analysis.Workers;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Web.Api.Extracts;
using SosLongitudinal.Web.Shell.Access;

namespace SosLongitudinal.Web.Pages.Analysis.WorkerChange;

/// <summary>What a change of social worker goes with.</summary>
public sealed class IndexModel(AnalysisSource source, StudyFrames frames) : AnalysisPage(frames)
{
    public WorkerChangeResult? Result { get; private set; }

    public Plot? Plot { get; private set; }

    public async Task OnGet(CancellationToken cancellation)
    {
        await Load(cancellation);
        if (Result is { } result) Plot = WorkerChangePlot.Of(result, Frame);
    }

    public async Task<IActionResult> OnGetCsv(CancellationToken cancellation)
    {
        await Load(cancellation);
        if (Result is not { } result) return NotFound();
        var name = ExtractNames.File($"worker-change-{Pair!.Before.Code}-{Pair.After.Code}", Frame.Design, result.Status.AsOf, "csv");
        return File(System.Text.Encoding.UTF8.GetBytes(result.GroupTable().ToCsv(result.Status)), "text/csv; charset=utf-8", name);
    }

    private async Task Load(CancellationToken cancellation)
    {
        if (await Choose() is not { } pair) return;
        var analysed = await source.Of(pair, Person.Scope(), WorkerChangeTable.Columns(pair), WorkerChangeTable.Of, cancellation);
        (Result, At) = (analysed.Result, analysed.At);
    }
}
